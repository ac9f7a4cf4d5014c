# Written by aiocc-bindgen: what aiocc offers of module collections.
