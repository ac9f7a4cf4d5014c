# The libraries that the runtime rests on. They're static, so that programs stand alone; a program gets what its modules use of them.
set(AIOCC_RUNTIME_LIBRARIES "")
foreach(library gmp pcre2-8 pcre2-32 nettle z bz2 lzma expat sqlite3)
  find_library(AIOCC_LIBRARY_${library} lib${library}.a REQUIRED)
  list(APPEND AIOCC_RUNTIME_LIBRARIES "${AIOCC_LIBRARY_${library}}")
endforeach()
