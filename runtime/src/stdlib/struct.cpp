// The module struct: its functions, and Struct.
#include "aiocc/stdlib/struct.hpp"

#include <cstring>
#include <unordered_map>

#include "../objects/convert_arguments.hpp"
#include "../objects/iterator_members.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/slice.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "struct_format.hpp"

namespace aiocc::struct_ {

namespace {

struct StructObject : HeapObject {
  explicit StructObject(Format parsed) : HeapObject(&struct_type), format(std::move(parsed)) {}
  Format format;
};

struct UnpackIterator : HeapObject {
  UnpackIterator(Type* iterator_type, Ref<StructObject> layout, Bytes source)
      : HeapObject(iterator_type), structure(std::move(layout)), buffer(std::move(source)) {}
  Ref<StructObject> structure;
  Bytes buffer;
  std::size_t position = 0;
};

Result<bool> next_of_unpack(Object const& self, Object& item) {
  auto iterator = self.as<UnpackIterator>();
  Format const& format = iterator->structure->format;
  if (iterator->position >= iterator->buffer.view().size()) return false;
  item = unpack_values(format, iterator->buffer.view().data() + iterator->position);
  iterator->position += format.size;
  return true;
}

Result<Object> length_hint_of_unpack(NativeCall const& call) {
  auto iterator = call.args[0].as<UnpackIterator>();
  std::size_t const left = iterator->buffer.view().size() - iterator->position;
  return Int(static_cast<std::int64_t>(left / iterator->structure->format.size));
}

extern Type iterator_type;
constinit Type iterator_type(
    "_struct.unpack_iterator", &object_type, sizeof(UnpackIterator),
    {.dealloc = aiocc::detail::dealloc_object<UnpackIterator>,
     .iter = aiocc::detail::iter_self,
     .next = next_of_unpack,
     .members = aiocc::detail::iterator_members<iterator_type, length_hint_of_unpack, nullptr, nullptr>},
    "_struct");

/// Parsed formats by their text: programs use few of them, again and again.
Result<Ref<StructObject>> structure_of(Object const& format) {
  static auto& known = *new std::unordered_map<std::string, Ref<StructObject>>;
  if (!is_str(format) && !is_bytes(format)) {
    PASS(parse_format(format));
    return raised;
  }
  std::string const text =
      is_str(format) ? static_cast<Str const&>(format).utf8() : std::string(static_cast<Bytes const&>(format).view());
  if (auto const found = known.find(text); found != known.end()) return found->second;
  auto made = Ref<StructObject>::adopt(new StructObject(PASS(parse_format(format))));
  constexpr std::size_t most = 100;
  if (known.size() >= most) known.clear();
  known[text] = made;
  return made;
}

Result<Bytes> pack_format(Format const& format, Arguments args) {
  if (args.size() != format.values)
    return raise_struct_error("pack expected " + std::to_string(format.values) + " items for packing (got " +
                              std::to_string(args.size()) + ")");
  Bytes result = Bytes::allocate(static_cast<std::int64_t>(format.size));
  std::memset(result.object()->data(), 0, format.size);
  PASS(pack_values(format, args, result.object()->data()));
  return result;
}

/// `buffer` and the offset in it, checked: how far from its beginning `size` bytes are.
Result<std::size_t> checked_offset(char const* function, std::size_t length, std::int64_t offset, std::size_t size) {
  bool const packs = std::string_view(function) == "pack_into";
  auto const signed_length = static_cast<std::int64_t>(length), signed_size = static_cast<std::int64_t>(size);
  if (offset < 0) {
    if (offset + signed_size > 0)
      return raise_struct_error(
          packs ? "no space to pack " + std::to_string(size) + " bytes at offset " + std::to_string(offset)
                : "not enough data to unpack " + std::to_string(size) + " bytes at offset " + std::to_string(offset));
    if (offset + signed_length < 0)
      return raise_struct_error("offset " + std::to_string(offset) + " out of range for " + std::to_string(length) +
                                "-byte buffer");
    offset += signed_length;
  }
  if (signed_length - offset < signed_size)
    return raise_struct_error(std::string(function) + " requires a buffer of at least " +
                              std::to_string(signed_size + offset) + " bytes for " +
                              (packs ? "packing " : "unpacking ") + std::to_string(size) + " bytes at offset " +
                              std::to_string(offset) + " (actual buffer size is " + std::to_string(length) + ")");
  return static_cast<std::size_t>(offset);
}

/// The bytes of an array, which takes no others than those of an array like it.
Result<void> pack_into_array(Format const& format, Object const& array, Object const& type_code, Arguments args) {
  Object const whole = PASS(call_method(array, "tobytes"_s));
  std::string bytes(static_cast<Bytes const&>(whole).view());
  std::int64_t const offset = PASS(aiocc::detail::ssize_argument(args[0]));
  std::size_t const start = PASS(checked_offset("pack_into", bytes.size(), offset, format.size));
  PASS(pack_values(format, Arguments(args.data() + 1, args.size() - 1), bytes.data() + start));
  Object const changed = PASS(call(box(*type_of(array)), type_code, Bytes::from(bytes)));
  return operators::set_item(array, Slice(None, None), changed);
}

Result<void> pack_format_into(Format const& format, Arguments args) {
  if (args.empty()) return raise_error(type_error_type, "pack_into expected buffer argument");
  if (args.size() == 1) return raise_error(type_error_type, "pack_into expected offset argument");
  if (args.size() - 2 != format.values)
    return raise_struct_error("pack_into expected " + std::to_string(format.values) + " items for packing (got " +
                              std::to_string(args.size() - 2) + ")");
  Type* type = type_of(args[0]);
  aiocc::detail::ensure_ready(type);
  if (is_bytes(args[0]) || !type->slots.set_item)
    return raise_error(type_error_type,
                       std::string("argument must be read-write bytes-like object, not ") + type->name);
  Object type_code;
  if (PASS(operators::find_attr(args[0], "typecode"_s, type_code)))
    return pack_into_array(format, args[0], type_code, Arguments(args.data() + 1, args.size() - 1));
  std::int64_t const offset = PASS(aiocc::detail::ssize_argument(args[1]));
  auto const length = static_cast<std::size_t>(PASS(operators::length(args[0])));
  std::size_t const start = PASS(checked_offset("pack_into", length, offset, format.size));
  Bytes packed = PASS(pack_format(format, Arguments(args.data() + 2, args.size() - 2)));
  Slice place(Int(static_cast<std::int64_t>(start)), Int(static_cast<std::int64_t>(start + format.size)));
  return operators::set_item(args[0], place, packed);
}

Result<TupleOf<Object>> unpack_format(Format const& format, Object const& buffer) {
  Bytes source = PASS(aiocc::detail::bytes_like(buffer));
  if (source.view().size() != format.size)
    return raise_struct_error("unpack requires a buffer of " + std::to_string(format.size) + " bytes");
  return word_cast<TupleOf<Object>>(unpack_values(format, source.view().data()));
}

Result<TupleOf<Object>> unpack_format_from(Format const& format, Object const& buffer, Object const& offset) {
  Bytes source = PASS(aiocc::detail::bytes_like(buffer));
  std::int64_t const wanted = PASS(aiocc::detail::ssize_argument(offset));
  std::size_t const start = PASS(checked_offset("unpack_from", source.view().size(), wanted, format.size));
  return word_cast<TupleOf<Object>>(unpack_values(format, source.view().data() + start));
}

Result<Object> iterate_format(Ref<StructObject> const& structure, Object const& buffer) {
  std::size_t const size = structure->format.size;
  if (size == 0) return raise_struct_error("cannot iteratively unpack with a struct of length 0");
  Bytes source = PASS(aiocc::detail::bytes_like(buffer));
  if (source.view().size() % size != 0)
    return raise_struct_error("iterative unpacking requires a buffer of a multiple of " + std::to_string(size) +
                              " bytes");
  return Object::adopt(new UnpackIterator(&iterator_type, structure, std::move(source)));
}

Format const& format_of(Object const& self) noexcept { return self.as<StructObject>()->format; }

Result<Object> repr_struct(Object const& self) {
  Object text = Str::from_utf8(format_of(self).text);
  return Str::from_utf8("Struct(" + PASS(operators::repr(text)).utf8() + ")");
}

}  // namespace

constinit Type error_type("error", &exception_type, 0, {}, "struct");
constinit Type struct_type("_struct.Struct", &object_type, sizeof(StructObject),
                           {.dealloc = aiocc::detail::dealloc_object<StructObject>,
                            .weak_references = aiocc::detail::forget_weak_references,
                            .repr = repr_struct,
                            .members = members<struct_type>},
                           "_struct");

Result<Int> calcsize(Object const& format) {
  return Int(static_cast<std::int64_t>(PASS(structure_of(format))->format.size));
}

Result<Bytes> pack(Arguments args) {
  if (args.empty()) return raise_error(type_error_type, "missing format argument");
  auto structure = PASS(structure_of(args[0]));
  return pack_format(structure->format, Arguments(args.data() + 1, args.size() - 1));
}

Result<void> pack_into(Arguments args) {
  if (args.empty()) return raise_error(type_error_type, "missing format argument");
  auto structure = PASS(structure_of(args[0]));
  return pack_format_into(structure->format, Arguments(args.data() + 1, args.size() - 1));
}

Result<TupleOf<Object>> unpack(Object const& format, Object const& buffer) {
  auto structure = PASS(structure_of(format));
  return unpack_format(structure->format, buffer);
}

Result<TupleOf<Object>> unpack_from(Object const& format, Object const& buffer, Object const& offset) {
  auto structure = PASS(structure_of(format));
  return unpack_format_from(structure->format, buffer, offset);
}

Result<Object> iter_unpack(Object const& format, Object const& buffer) {
  return iterate_format(PASS(structure_of(format)), buffer);
}

Result<Object> make_struct(Object const& format) {
  Format parsed = PASS(parse_format(format));
  return Object::adopt(new StructObject(std::move(parsed)));
}

Object format_of_struct(Object const& self) { return Str::from_utf8(format_of(self).text); }
Object size_of_struct(Object const& self) { return Int(static_cast<std::int64_t>(format_of(self).size)); }
Result<Bytes> pack_struct(Object const& self, Arguments args) { return pack_format(format_of(self), args); }
Result<void> pack_struct_into(Object const& self, Arguments args) { return pack_format_into(format_of(self), args); }
Result<TupleOf<Object>> unpack_struct(Object const& self, Object const& buffer) {
  return unpack_format(format_of(self), buffer);
}
Result<TupleOf<Object>> unpack_struct_from(Object const& self, Object const& buffer, Object const& offset) {
  return unpack_format_from(format_of(self), buffer, offset);
}
Result<Object> iter_unpack_struct(Object const& self, Object const& buffer) {
  return iterate_format(word_cast<Ref<StructObject>>(self), buffer);
}

}  // namespace aiocc::struct_
