print("late runs once")
VALUE = 21
