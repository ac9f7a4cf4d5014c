print("failing runs")
x = 1 // 0
