// The compiled half of fmt, as a static library.
// Python's formatting knows no locale, and the standard library's would make every program a megabyte larger.
#define FMT_STATIC_THOUSANDS_SEPARATOR ','
#include <fmt/format-inl.h>

template FMT_API auto fmt::detail::dragonbox::to_decimal(float x) noexcept -> dragonbox::decimal_fp<float>;
template FMT_API auto fmt::detail::dragonbox::to_decimal(double x) noexcept -> dragonbox::decimal_fp<double>;

template FMT_API auto fmt::detail::thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template FMT_API auto fmt::detail::decimal_point_impl(locale_ref) -> char;
template FMT_API void fmt::detail::buffer<char>::append(char const*, char const*);
template FMT_API void fmt::detail::vformat_to(buffer<char>&, string_view, basic_format_args<format_context>,
                                              locale_ref);
