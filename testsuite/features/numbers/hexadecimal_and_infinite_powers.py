# float.fromhex, subnormal numbers and long numerals among its arguments, and powers of zeros and infinities.
cases = ['0x0.ffffffffffffd6p-1022','0x0.ffffffffffffd8p-1022','0x0.ffffffffffffdap-1022','0x0.ffffffffffffdcp-1022','0x0.ffffffffffffdep-1022','0x0.ffffffffffffe0p-1022','0x0.ffffffffffffe2p-1022','0x0.fffffffffffffap-1022','0x0.fffffffffffff8p-1022','0x0.fffffffffffffcp-1022','0x1.00000000000000p-1022','0x1.00000000000002p-1022','0x1.00000000000004p-1022','0x1.00000000000006p-1022','0x1.00000000000008p-1022','0x1.0000000000000ap-1022','0x1.0000000000000cp-1022','0x1.0000000000000ep-1022','0x1.00000000000010p-1022','0x1.00000000000012p-1022','0x1.00000000000018p-1022','0x0.8p-1074','0x0.7ffffp-1074','0x0.9p-1074','0x1.8p-1074','0x1.2p-1074','0x2.8p-1074','0x0.fffffffffffff7p-1022','0x0.fffffffffffff9p-1022', '0x1.fffffffffffff7p+1023','0x1.fffffffffffff8p+1023','0x.1p+1024', '0x1.00000000000008p0','0x1.00000000000018p0','0x1.000000000000081p0']
for c in cases:
    try: print(c, float.fromhex(c).hex())
    except Exception as e: print(c, type(e).__name__, e)
for c in ['0x0.ffffffffffffecp-1022', '0x0.ffffffffffffeap-1022','0x0.ffffffffffffe4p-1022','0x1p99999999999999999999','0x1p-99999999999999999999','0x0p99999999999999','0x000000000000000000000000000000000000001p0','0x1.fffffffffffffffffffffffffp0','0x.8','0x8.','0xap','0x','0x1p','0x1.2.3','-0x1.8p1','1.8p1','0x1p-1075','0x1.0000000000001p-1075','0x3p-1076','0x1p-1074','0x1p1024','-0x1p1024','0x' + '0'*400 + '1', '0x1' + '0'*300, '0x1.' + '0'*300 + '1p0', '0x0.' + '0'*300 + '1p1200']:
    try: print(c[:40], float.fromhex(c).hex())
    except Exception as e: print(c[:40], type(e).__name__, e)
inf = float('inf')
for base in (0.0, -0.0, 2.0, -2.0, 0.5, -0.5, 1.0, -1.0, inf, -inf):
    for e in (inf, -inf, -3.0, -2.0, 0.0, 3.0):
        try: print(base, e, base ** e, pow(base, e))
        except Exception as x: print(base, e, x)
