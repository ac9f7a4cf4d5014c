from email.utils import *
import email.utils as u, datetime
for d in ["Mon, 20 Nov 1995 19:12:08 -0500", "20 Nov 1995 19:12:08", "Fri, 09 Nov 2001 01:08:47 GMT", "Wed, 3 Apr 2002 12.34.56.78+0800", "5 Feb 05 1:2", "Sun Feb 3 14:05:06 2002", "3 Feb 2002, 14:05", "garbage", "", None, "Thu, 1 Jan 70 00:00:00 -0000", "1-Jan-2020 10:00:00 EST", "Jan 5 2020 10:00:00", "Wed, 3 Apr 2002 12.34.56"]:
    print(repr(d), parsedate_tz(d), parsedate(d))
    try: print(parsedate_to_datetime(d))
    except Exception as e: print(type(e).__name__, e)
print(mktime_tz(parsedate_tz("Mon, 20 Nov 1995 19:12:08 -0500")), formatdate(0), formatdate(1e9, usegmt=True), format_datetime(datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))))
for a in ["Bob <bob@x.org>", "bob@x.org", '"Bob, Jr." <b@x>', "a@b (comment)", "Group: a@b, c@d;", "<x@y>", "bad", "", "a@b, c@d", "Name (c) <a@b>", "a b <c>", "a@b@c", '"q\\"uo" <a@b>', "x [at] <y@[1.2.3.4]>", "a . b @ c . d", "(c) a@b", "un(closed <a@b>", "A B C <a@b>, 'D' <d@e>", "alice@example.com <evil>", "ü <a@b>"]:
    print(repr(a), parseaddr(a), parseaddr(a, strict=False), getaddresses([a]), getaddresses([a], strict=False))
for p in [("Bob", "b@x"), ("", "b@x"), ("B, J", "b@x"), ('Q"u', "b@x"), ("J. R.", "a@b")]: print(formataddr(p))
print(u.quote(chr(34)), u.unquote("<x>"), decode_rfc2231("us-ascii'en'a%20b"), encode_rfc2231("a b", "utf-8", "en"), encode_rfc2231("x y"))
print(u.decode_params([("a", "b"), ("t*0*", "us-ascii'en'a%20"), ("t*1", "b"), ("n", '"v"'), ("f*", "utf-8''%C3%BC")]), u.collapse_rfc2231_value(("utf-8", "", "\xc3\xbc")), u.collapse_rfc2231_value('"x"'))
