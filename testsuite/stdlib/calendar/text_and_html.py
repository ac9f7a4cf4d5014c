import calendar
calendar.prmonth(2024, 2); calendar.prcal(2024); print(calendar.monthcalendar(2024,9), calendar.monthrange(2023,2), calendar.isleap(1900), calendar.leapdays(2000,2020), calendar.weekday(2024,1,1), calendar.timegm((2024,1,1,0,0,0)))
print(calendar.month_name[3], list(calendar.day_abbr), calendar.JANUARY, repr(calendar.MONDAY), calendar.Month(3), calendar.Day.SUNDAY)
cc=calendar.Calendar(6); print(list(cc.itermonthdates(2024,2))[:3], list(cc.iterweekdays()), list(cc.itermonthdays2(2024,2))[:4], list(cc.itermonthdays4(2024,1))[:2], cc.yeardayscalendar(2024)[0][0])
print(calendar.HTMLCalendar().formatmonth(2024,5)); print(calendar.TextCalendar(6).formatmonth(2024,5,w=4,l=2)); print(calendar.HTMLCalendar().formatyear(2024)[:300]); print(calendar.week([(1,2)], 3), calendar.weekheader(3), calendar.weekheader(10)) 
for f in [lambda: calendar.monthrange(2024,13), lambda: calendar.setfirstweekday(9), lambda: calendar.month(2024,0)]:
    try: f()
    except Exception as e: print(type(e), e)
calendar.setfirstweekday(calendar.SUNDAY); print(calendar.month(2024,7), calendar.firstweekday())

page = calendar.HTMLCalendar().formatyearpage(2004, css=None, encoding="ascii")
print(page[:230].decode("ascii"), page[-30:], len(page), len(calendar.HTMLCalendar(6).formatyearpage(2005)))
