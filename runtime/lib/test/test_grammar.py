"""Number literals with underscores, which tests of the number types share."""

VALID_UNDERSCORE_LITERALS = [
    "0_0_0", "1_2", "12_345", "7_0_0_7", "123_456_789",
    "0b_0", "0b10_01", "0B_1111_0000", "0x_f", "0xbad_cafe", "0XAB_CD", "0o_7", "0o12_34", "0O_7_0",
    "1_0.0_1", "0_7.5", "2_500.000_1", "3_1j", "1_0.2_5j", "6_2.J", ".1_25", ".0_1j",
    "1e1_0", "1_2e3_4", "1.5E-1_0", "2_0.0_2e+0_3", ".5_0e0_1", "1_0e1_0j", ".1_2e3_4j",
    "(1_0.2_5+1_2.3_4j)", "(.5_6-.7_8j)",
]

INVALID_UNDERSCORE_LITERALS = [
    # At the end.
    "0_", "12_", "1.5_", "0x_", "0xab_", "0b1_", "0o7_", "1e5_", "2_j", "1.2_j",
    # Two in a row.
    "0__0", "1__2", "0b1__0", "0xa__b", "1__0.5", "1.2__5", "1e2__5",
    # Behind a prefix, twice or before it.
    "0_b1", "0_xf", "0_o7", "0x__1",
    # Beside a point.
    "1_.5", "1._5", "._5", "0_.", "1_.j", "1._5j",
    # Beside an exponent's letter or sign.
    "1_e2", "1e_2", "1e+_2", "1.5_e2", "1.5e_2", "1_e2j", "1e_2j",
    # Beside an imaginary unit or a parenthesis.
    "(1+1.5_j_)", "(1+1.5_j)", "5_j_",
    # Leading zeros, and a prefix without digits.
    "0_7", "09_99", "0b", "0x", "0o",
]
