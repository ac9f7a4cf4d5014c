_private = 0
for _index in range(2):
    globals()[f"field_{_index}"] = _index * 10
for _name in ("red", "green"):
    globals()[f"Color_{_name}"] = _name.upper()
hidden = "shown"
