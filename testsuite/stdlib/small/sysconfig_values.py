"""sysconfig, as far as it doesn't tell of an installation."""
import sysconfig

print(sysconfig.get_python_version(), sysconfig.get_platform().startswith("linux-"), sysconfig.get_scheme_names()[:2])
print(sysconfig.get_config_var("SIZEOF_INT"), sysconfig.get_config_var("SIZEOF_VOID_P"), sysconfig.get_config_var("surely_not"))
print(sysconfig.get_config_vars("py_version_nodot", "Py_DEBUG", "SIZEOF_LONG"), sysconfig.get_config_vars()["SIZEOF_SHORT"])
print(sysconfig.get_path_names(), sysconfig.get_preferred_scheme("user"), sysconfig.get_default_scheme(), sysconfig.is_python_build())
