# Runs aiocc-bindgen over the runtime's public headers. It writes the transpiler's table of bindings, the runtime's dynamic entries,
# the .pyi stubs and the page of supported APIs.
