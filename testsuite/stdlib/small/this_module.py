import this
print(this.d["n"])
