import logging, sys
logging.basicConfig(stream=sys.stdout, format='%(levelname)s:%(name)s:%(message)s', level=logging.DEBUG)
log = logging.getLogger('a.b.c')
log.info('x %d %s', 1, 'two'); log.warning('%(k)s', {'k': 5}); log.debug('d'); log.error('e')
try: 1/0
except Exception: log.error('failed %s', 'x')
print(log, log.parent, logging.getLogger('a'), log.parent, logging.root, logging.getLogger('a.b'), log.parent.name)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('{levelname:>8}|{message}', style='{'))
h.setLevel('WARNING'); print(h)
l2 = logging.getLogger('z'); l2.addHandler(h); l2.propagate=False; l2.info('no'); l2.warning('yes'); l2.log(35, 'lv'); 
class F(logging.Filter):
    def filter(self, r): return 'secret' not in r.getMessage()
l2.addFilter(F()); l2.error('secret'); l2.error('pub')
logging.addLevelName(25,'NOTICE'); l2.log(25,'n'); l2.setLevel(10); h.setLevel(0); l2.log(25,'n'); print(l2.getEffectiveLevel(), l2.isEnabledFor(5), logging.getLevelName(25), logging.getLevelName('ERROR'), logging.getLevelName(7))
for bad in [lambda: logging.Formatter('x'), lambda: logging.Formatter('%(x)'), lambda: logging.Formatter('{x', style='{'), lambda: logging.Formatter('x', style='!'), lambda: l2.setLevel('FOO'), lambda: l2.setLevel(1.5), lambda: logging.getLogger(5), lambda: logging.basicConfig(force=True, foo=1), lambda: logging.Formatter('$x $', style='$'), lambda: logging.Formatter('hello', style='$'), lambda: type(logging.Formatter('{a.b} {c:>10}', style='{')).__name__]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
ad = logging.LoggerAdapter(l2, {'ip': '1'}); h.setFormatter(logging.Formatter('%(ip)s %(message)s')); ad.info('hey %s', 1); print(ad)
h.setFormatter(logging.Formatter('%(message)s', defaults={'q':1})); l9=logging.getLogger('l9'); l9.addHandler(h); l9.propagate=False; l9.info('good %d', 4)
l2.info('x', extra={'ip':2}); 
try: l2.info('x', extra={'message':2})
except KeyError as e: print(e)
print(logging.getLogger('q.r.s').hasHandlers(), logging.getLevelNamesMapping())
r = logging.makeLogRecord({'msg':'hi %s','args':('u',)}); print(r.getMessage(), r)
logging.disable(logging.ERROR); l2.error('gone'); l2.critical('here'); logging.disable(0)
f = logging.Formatter('%(asctime)s %(message)s', '%Y'); r.created=0; f.converter; print(f.format(r)[:4], logging.Formatter().format(r))
print(logging.getLogger('a').getChild('k'), sorted(x.name for x in logging.getLogger('a').getChildren()))
b = logging.BufferingFormatter(); print(b.format([r,r]))
l3 = logging.getLogger('nohandler'); l3.propagate=False; l3.propagate
class L(logging.Logger): pass
logging.setLoggerClass(L); print(type(logging.getLogger('LL')).__name__)
log.warning('w')
