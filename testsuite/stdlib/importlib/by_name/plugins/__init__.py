print("plugins starts")
NAME = "plugins"
