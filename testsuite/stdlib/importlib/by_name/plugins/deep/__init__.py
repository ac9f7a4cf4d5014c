from .. import NAME

print("deep starts in", NAME)
