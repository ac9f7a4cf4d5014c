if len("abc") == 3:
    conditional = "bound"
else:
    not_there = "never"
