"""What tests assert."""

import collections

from ._contexts import _AssertLogsContext, _AssertRaisesContext, _AssertWarnsContext
from .util import _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."

# The assertions that assertEqual() hands values of these types to.
EQUALITY_BY_TYPE = {
    list: "assertListEqual", tuple: "assertTupleEqual", dict: "assertDictEqual", str: "assertMultiLineEqual",
    set: "assertSetEqual", frozenset: "assertSetEqual",
}


class TestCase:
    """The half of the class that has the assertions."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16

    def addTypeEqualityFunc(self, typeobj, function):
        """What assertEqual calls for two values of exactly that type."""
        self._type_equality_funcs[typeobj] = function

    def fail(self, msg=None):
        """Fails at once."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        return f"{standardMsg} : {msg}"

    def _fail_with(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def _truncateMessage(self, message, diff):
        is_short = self.maxDiff is None or len(diff) <= self.maxDiff
        return message + (diff if is_short else DIFF_OMITTED % len(diff))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail_with(msg, f"{safe_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail_with(msg, f"{safe_repr(expr)} is not true")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            left, right = _common_shorten_repr(first, second)
            self._fail_with(msg, f"{left} != {right}")

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail_with(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        is_near, difference, limit = self._almost(first, second, places, delta)
        if not is_near:
            self._fail_with(msg, f"{safe_repr(first)} != {safe_repr(second)} within {limit} ({safe_repr(difference)} difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        is_near, difference, limit = self._almost(first, second, places, delta)
        if first == second or is_near:
            detail = "" if delta is None else f" ({safe_repr(difference)} difference)"
            self._fail_with(msg, f"{safe_repr(first)} == {safe_repr(second)} within {limit}{detail}")

    def _almost(self, first, second, places, delta):
        """(whether they're near each other, how far apart they are, the limit as text)"""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, difference, f"{safe_repr(delta)} delta"
        if places is None:
            places = 7
        return round(difference, places) == 0, difference, f"{places!r} places"

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is None:
            kind = "sequence"
        else:
            kind = seq_type.__name__
            if not isinstance(seq1, seq_type):
                raise self.failureException(f"First sequence is not a {kind}: {safe_repr(seq1)}")
            if not isinstance(seq2, seq_type):
                raise self.failureException(f"Second sequence is not a {kind}: {safe_repr(seq2)}")
        length1, complaint = _length_of(seq1, "First", kind)
        if complaint is None:
            length2, complaint = _length_of(seq2, "Second", kind)
        if complaint is None:
            if seq1 == seq2:
                return
            left, right = _common_shorten_repr(seq1, seq2)
            complaint = f"{kind.capitalize()}s differ: {left} != {right}\n"
            found = _first_difference(seq1, seq2, length1, length2, kind)
            if found is None:
                if length1 == length2 and seq_type is None and type(seq1) is not type(seq2):
                    return
            else:
                complaint += found
            complaint += _surplus(seq1, seq2, length1, length2, kind)
        import difflib
        import pprint
        lines = difflib.ndiff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines())
        self.fail(self._formatMessage(msg, self._truncateMessage(complaint, "\n" + "\n".join(lines))))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        first_only = self._set_difference(set1, set2, "first")
        second_only = self._set_difference(set2, set1, "second")
        if not (first_only or second_only):
            return
        lines = []
        if first_only:
            lines.append("Items in the first set but not the second:")
            lines.extend([repr(item) for item in first_only])
        if second_only:
            lines.append("Items in the second set but not the first:")
            lines.extend([repr(item) for item in second_only])
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def _set_difference(self, one, other, place):
        try:
            return one.difference(other)
        except TypeError as error:
            self.fail(f"invalid type when attempting set difference: {error}")
        except AttributeError as error:
            self.fail(f"{place} argument does not support set difference: {error}")

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail_with(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail_with(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail_with(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail_with(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            import difflib
            import pprint
            left, right = _common_shorten_repr(d1, d2)
            lines = difflib.ndiff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines())
            self._fail_with(msg, self._truncateMessage(f"{left} != {right}", "\n" + "\n".join(lines)))

    def assertCountEqual(self, first, second, msg=None):
        first_items = list(first)
        second_items = list(second)
        try:
            first_counts = collections.Counter(first_items)
            second_counts = collections.Counter(second_items)
        except TypeError:
            differences = _count_diff_all_purpose(first_items, second_items)
        else:
            if first_counts == second_counts:
                return
            differences = _count_diff_hashable(first_items, second_items)
        if differences:
            lines = [f"First has {in_first}, Second has {in_second}:  {item!r}" for in_first, in_second, item in differences]
            message = self._truncateMessage("Element counts were not equal:\n", "\n".join(lines))
            self.fail(self._formatMessage(msg, message))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        message = "%s != %s" % _common_shorten_repr(first, second)
        if len(first) <= self._diffThreshold and len(second) <= self._diffThreshold:
            import difflib
            # Both are ended where one isn't, but for empty ones, so that the diff is readable.
            is_ended = all([text.endswith("\n") for text in (first, second) if text])
            lines = [(text if is_ended or not text else text + "\n").splitlines(keepends=True) for text in (first, second)]
            message = self._truncateMessage(message, "\n" + "".join(difflib.ndiff(*lines)))
        self.fail(self._formatMessage(msg, message))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail_with(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail_with(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail_with(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail_with(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail_with(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail_with(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail_with(msg, f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail_with(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            import re
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._fail_with(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            import re
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            found = text[match.start():match.end()]
            self._fail_with(msg, f"Regex matched: {found!r} matches {unexpected_regex.pattern!r} in {text!r}")


def _length_of(sequence, place, kind):
    """(the length, None), or (None, what's wrong with it)."""
    try:
        return len(sequence), None
    except (TypeError, NotImplementedError):
        return None, f"{place} {kind} has no length.    Non-sequence?"


def _first_difference(seq1, seq2, length1, length2, kind):
    """Text about the first items that differ, or None where the shorter one begins the other."""
    for index in range(min(length1, length2)):
        try:
            item1 = seq1[index]
        except (TypeError, IndexError, NotImplementedError):
            return f"\nUnable to index element {index} of first {kind}\n"
        try:
            item2 = seq2[index]
        except (TypeError, IndexError, NotImplementedError):
            return f"\nUnable to index element {index} of second {kind}\n"
        if item1 != item2:
            left, right = _common_shorten_repr(item1, item2)
            return f"\nFirst differing element {index}:\n{left}\n{right}\n"
    return None


def _surplus(seq1, seq2, length1, length2, kind):
    """Text about what the longer one has more."""
    if length1 == length2:
        return ""
    longer, length, start, place = (seq1, length1, length2, "First") if length1 > length2 else (seq2, length2, length1, "Second")
    text = f"\n{place} {kind} contains {length - start} additional elements.\n"
    try:
        return text + f"First extra element {start}:\n{safe_repr(longer[start])}\n"
    except (TypeError, IndexError, NotImplementedError):
        return text + f"Unable to index element {start} of {place.lower()} {kind}\n"
