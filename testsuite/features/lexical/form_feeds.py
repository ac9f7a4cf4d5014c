# vim: set fileencoding=ascii :
print("plain")

if True:
    print("form feeds")
