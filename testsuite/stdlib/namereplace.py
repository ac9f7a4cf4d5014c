print("é€x\x01😀\ud800ﬀ".encode("ascii", "namereplace"))
print("naïve".encode("ascii", errors="namereplace"))
