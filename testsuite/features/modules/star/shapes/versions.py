VERSION = "the last one wins"
