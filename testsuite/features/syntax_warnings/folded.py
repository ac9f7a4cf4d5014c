x = y = 1
if 0:
    (10 % 3)[0]
    (1+2)[0]
    (1+2)()
    (-1)()
    (not 1)[0]
    (not 1)()
    ('a'*3)['x']
    ('a'+'b')['x']
    (1 < 2)[0]
    (1 < 2)()
    (1 and 2)[0]
    ((1,2)+(3,))['a']
    ((1,2)*2)['a']
    (1,2)[0][0]
    (1,2)[0]()
    'abc'[1]()
    'abc'[1]['x']
    x is 1+1
    x is -1
    x is not (1)
    x is ()
    x is (1,2)
    x is (1,y)
    x is 'a'*2
    x is 1/0
    x is [1][0]
    (1/0)[0]
    (1/0)()
    (2**3)[0]
    (2**0.5)()
    ('a' % 1)['x']
    ('%s' % 1)['x']
    ('%s' % 1)()
    ('%s' % x)['y']
    (~1)[0]
    (~True)[0]
    (+1)[0]
    (+True)()
    [1,2][1.5]
    [1,2]['a']
    [1,2][1:2]
    [1,2][1,2]
    [1,2][None]
    [1][...]
    (1,)[1.0]
    'a'[(1)]
    'a'[b'1']
    f'{x}'['a']
    f'{x}'()
    f'a'['a']
    {1}[0]
    {1:2}()
    {1}()
    {1:2}[0]
    (lambda:1)[0]
    (lambda: 1)()
    (i for i in x)()
    None[0]
    None()
    True[0]
    ...[0]
    ...()
    1.5[0]
    1j[0]
    1j()
    b'a'['x']
    (x if 1 else 2)[0]
    (1 if x else 2)()
    (10 % 3)(1)
    (1 << 3)[0]
    (1 | 2)[0]
    (1 @ 2)[0]
    (10 // 3)[0]
    x is not 'a'
    x is None
    x is ...
    x is True
    1 is 1
    x is (not 1)
    x is (1 < 2)
    x is (None,)
    x is 1 is 2
    x == 1 is 2
    x is -x
    x is -1.5
    x is ~5
    x is (1)+(2)
    x is 'a' 'b'
    x is f'a'
    x is f'{x}'
    x is b'a'
    x is 1j
    x is 10**100
    x is 2**1000
    (2**1000)[0]
    ('a'*5000)['x']
    (1,2,3)[1:2]['a']
    (1,2,3)[5]()
    {1: 2}[1]()
    x in 1
    ~True
    ~False
    ~(not 1)
    ~(1 < 2)
    (-True)()
    (True+1)()
    (True + True)[0]
    x is ~True
    [i for i in x]['a']
    [i for i in x]()
    {i for i in x}[0]
    {i:i for i in x}()
    (yield_ := 5)()
    (a := [1])['x']
    (*x, 1)['a']
    [*x]['a']
    (1,2)[-1]()
    'a'.__class__()
    __debug__()
    __debug__[0]
    x is __debug__
    ()()
    (1,)()
    []()
    ''()
    ('a' 'b')()
    (1).real()
    not (1)()
    [][1][2]
    'a'[0][0][0]()
    'a'[True]
    'a'[not 1]
    'a'[1 < 2]
    'a'[-1.0]
    'a'[1+1.0]
    'a'[1+1]
    'a'['b'+'c']
    'a'[()]
    'a'[x:1]
    'a'[lambda: 1]
    'a'[{}]
    'a'[[]]
    'a'[{1}]
    'a'[f'{x}']
    'a'[(i for i in x)]
    x is (-1,)
    x is ((1,2),3)
    1 is x
    (1,2) is x
    x is (1+1,)
    (1+1,)()
    (x,1)['a']
    (10 % 0)[0]
    (5 % -3.0)()
    (1 << -1)[0]
    (1 << 1000)[0]
    (10**5000)()
    ((1,)*5000)['a']
    ((1,)*200)['a']
    ('x' % ())['x']
    ('%d' % (1,))['x']
    ('a%%' % ())['x']
    (b'%d' % 1)['x']
    x is '%s' % 1
    x is ('%s' % (1,))
    (-'a')()
    ('a'+1)()
    (1).__class__[0]
def f(x):
    y = not (x is 1)
    y = not x is not 1
    return ("%s-%5.2r%%" % (x, y))["y":], "%d" % (x,)
    ("%s-%-5.2r%%" % (x, y))["y"]
    ("%s-%+5r" % (x, y))["y"]
    ("%s %s" % (x,))["y"]
    ("%s %s" % (*x, 1))["y"]
print(f(3))

# Subscripts that are stored to or deleted are errors at run time only.
def stored():
    for number in range(2):
        try:
            if number:
                del 1[0]
            1[0] = 2
        except TypeError as error:
            print(error)


stored()


# Ints of more than a word.
def wide():
    return [lambda: ((-18446744073709551616 % 50) ** 2 % 4)[:30], lambda: (0x1_0000_0000_0000_0000 >> 60)(), lambda: (2**127 * 4)[0]]
