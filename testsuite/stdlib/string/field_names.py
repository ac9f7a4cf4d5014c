"""The pieces of format strings, as the module _string gives them."""
import _string

print(list(_string.formatter_parser("prefix {2!s}xxx{0:^+10.3f}{obj.attr!s} {z[0]!s:10}")))
first, rest = _string.formatter_field_name_split("obj.attr[0][key].end")
print(first, list(rest), _string.formatter_field_name_split("0[x]")[0])
for function in (_string.formatter_parser, _string.formatter_field_name_split):
    try:
        function(1)
    except TypeError as error:
        print(error)
