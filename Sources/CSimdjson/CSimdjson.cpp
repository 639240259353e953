#include "CSimdjson.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr uint64_t payload_mask = 0x00ffffffffffffff;

// From this many names on, sorting is cheaper than comparing each with each.
constexpr uint32_t large_object = 32;

// An open container.
struct Level {
  uint32_t token;
  uint32_t name_count;
  bool is_object;
};

bool is_surrogate(uint32_t unit, uint32_t low_bits) { return (unit & 0xfc00) == low_bits; }

// Four hexadecimal digits that simdjson has already accepted.
uint32_t hex4(const uint8_t *digits) {
  uint32_t value = 0;
  for (int i = 0; i < 4; i++) {
    uint8_t c = digits[i];
    value = value << 4 | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return value;
}

// simdjson 3.0.1 lets some unpaired surrogates through; nullptr when all are paired.
const uint8_t *lone_surrogate(const uint8_t *at, const uint8_t *end) {
  while ((at = static_cast<const uint8_t *>(memchr(at, '\\', size_t(end - at))))) {
    if (at[1] != 'u') { at += 2; continue; }
    uint32_t unit = hex4(at + 2);
    if (is_surrogate(unit, 0xdc00)) return at;
    if (!is_surrogate(unit, 0xd800)) { at += 6; continue; }
    bool paired = end - at >= 12 && at[6] == '\\' && at[7] == 'u' &&
                  is_surrogate(hex4(at + 8), 0xdc00);
    if (!paired) return at;
    at += 12;
  }
  return nullptr;
}

}  // namespace

struct csj_reader {
  simdjson::dom::parser parser;
  std::vector<std::string> names;
  // The name that followed this one in the last record: records of a file are much alike.
  std::vector<int16_t> next;
  std::vector<csj_token> tokens;
  // Names of a large object with their offsets, for finding one that comes twice.
  std::vector<std::pair<std::string_view, uint32_t>> sorted;
  Level levels[csj_max_depth];
  int32_t fields[64];
  int32_t first_unknown = -1;

  int16_t find(std::string_view name, int16_t previous) {
    int16_t guess = next[previous + 1];
    if (guess >= 0 && names[guess] == name) return guess;
    for (size_t i = 0; i < names.size(); i++) {
      if (names[i] == name) return next[previous + 1] = int16_t(i);
    }
    return -1;
  }
};

namespace {

// One walk over simdjson's tape, with its structural indexes beside it: the indexes give the place
// of each value in the source, which the tape has forgotten.
class Walk {
 public:
  Walk(csj_reader &reader, const uint8_t *bytes) : reader(reader), bytes(bytes) {
    tape = reader.parser.doc.tape.get() + 1;
    strings = reader.parser.doc.string_buf.get();
    place = reader.parser.implementation->structural_indexes.get();
  }

  size_t fault = 0;

  csj_status run() {
    for (;;) {
      uint64_t word = *tape;
      char type = char(word >> 56);
      if (type == 'r') return csj_ok;
      csj_status status;
      if (type == '}' || type == ']') status = close();
      else if (expects_name) status = name(word);
      else status = value(word, type);
      if (status != csj_ok) return status;
    }
  }

 private:
  csj_reader &reader;
  const uint8_t *bytes;
  const uint64_t *tape;
  const uint8_t *strings;
  const uint32_t *place;
  int depth = 0;
  bool expects_name = false;
  int16_t field = -1;
  int16_t previous = -1;
  uint64_t seen = 0;
  size_t source_length = 0;

  csj_token &push(csj_kind kind) {
    reader.tokens.push_back({nullptr, 0, *place, 0, field, kind, 0, 0});
    field = -1;
    return reader.tokens.back();
  }

  std::string_view text(uint64_t word) {
    uint64_t at = word & payload_mask;
    uint32_t size;
    memcpy(&size, strings + at, 4);
    return {reinterpret_cast<const char *>(strings + at + 4), size};
  }

  void after_value() {
    place++;
    if (depth > 0 && bytes[*place] == ',') place++;
    expects_name = depth > 0 && reader.levels[depth - 1].is_object;
  }

  csj_status close() {
    depth--;
    if (has_repeated_name(reader.levels[depth])) return csj_duplicate_name;
    csj_token &open = reader.tokens[reader.levels[depth].token];
    open.span = uint32_t(reader.tokens.size() - reader.levels[depth].token - 1);
    tape++;
    after_value();
    return csj_ok;
  }

  // Also notes how long the string is in the source.
  csj_status check_escapes(std::string_view unescaped) {
    const uint8_t *start = bytes + *place + 1;
    source_length = unescaped.size();
    // Without escapes the closing quote stands right behind as many bytes as the text has.
    if (start[unescaped.size()] == '"' &&
        !memchr(start, '\\', unescaped.size())) return csj_ok;
    // The next structural character follows the closing quote, perhaps after white space.
    const uint8_t *end = bytes + place[1] - 1;
    while (*end != '"') end--;
    source_length = size_t(end - start);
    const uint8_t *bad = lone_surrogate(start, end);
    if (!bad) return csj_ok;
    fault = size_t(bad - bytes);
    return csj_lone_surrogate;
  }

  csj_status name(uint64_t word) {
    std::string_view found = text(word);
    if (auto status = check_escapes(found); status != csj_ok) return status;
    if (is_repeated(found)) {
      fault = *place;
      return csj_duplicate_name;
    }
    int16_t known = field;
    csj_token &token = push(csj_name);
    token.text = reinterpret_cast<const uint8_t *>(found.data());
    token.text_length = uint32_t(found.size());
    field = known;  // the value bears it too
    if (depth == 1) {
      int32_t index = int32_t(reader.tokens.size());
      if (known >= 0) reader.fields[known] = index;
      else if (reader.first_unknown < 0) reader.first_unknown = index - 1;
    }
    reader.levels[depth - 1].name_count++;
    place += 2;  // the name and its colon
    tape++;
    expects_name = false;
    return csj_ok;
  }

  // Also looks the name up, since known names are compared by their number.
  bool is_repeated(std::string_view found) {
    field = -1;
    if (depth == 1) {
      field = reader.find(found, previous);
      if (field >= 0) {
        previous = field;
        uint64_t bit = uint64_t(1) << field;
        bool repeated = (seen & bit) != 0;
        seen |= bit;
        return repeated;
      }
    }
    return is_repeated_unknown(found);
  }

  bool is_repeated_unknown(std::string_view found) {
    const Level &level = reader.levels[depth - 1];
    if (level.name_count >= large_object) return false;  // large objects are checked when they close
    for (size_t i = level.token + 1; i < reader.tokens.size(); i++) {
      const csj_token &token = reader.tokens[i];
      if (token.kind == csj_name && token.text_length == found.size() &&
          memcmp(token.text, found.data(), found.size()) == 0) return true;
      i += token.span;
    }
    return false;
  }

  bool has_repeated_name(const Level &level) {
    if (level.name_count <= large_object) return false;
    auto &sorted = reader.sorted;
    sorted.clear();
    for (size_t i = level.token + 1; i < reader.tokens.size(); i++) {
      const csj_token &token = reader.tokens[i];
      if (token.kind == csj_name) {
        sorted.push_back({{reinterpret_cast<const char *>(token.text), token.text_length}, token.offset});
      }
      i += token.span;
    }
    std::sort(sorted.begin(), sorted.end());
    auto same = [](auto &left, auto &right) { return left.first == right.first; };
    auto found = std::adjacent_find(sorted.begin(), sorted.end(), same);
    if (found == sorted.end()) return false;
    fault = found[1].second;
    return true;
  }

  csj_status value(uint64_t word, char type) {
    switch (type) {
      case '{': return open(csj_object);
      case '[': return open(csj_array);
      case '"': return string(word);
      case 'l': case 'u': case 'd': number(type); break;
      case 't': push(csj_true); break;
      case 'f': push(csj_false); break;
      default: push(csj_null);
    }
    tape++;
    after_value();
    return csj_ok;
  }

  csj_status open(csj_kind kind) {
    if (depth == csj_max_depth) {
      fault = *place;
      return csj_too_deep;
    }
    reader.levels[depth] = {uint32_t(reader.tokens.size()), 0, kind == csj_object};
    push(kind);
    depth++;
    tape++;
    place++;
    expects_name = kind == csj_object && char(*tape >> 56) != '}';
    return csj_ok;
  }

  csj_status string(uint64_t word) {
    std::string_view found = text(word);
    if (auto status = check_escapes(found); status != csj_ok) return status;
    csj_token &token = push(csj_string);
    token.text = reinterpret_cast<const uint8_t *>(found.data());
    token.text_length = uint32_t(found.size());
    token.integer = int64_t(source_length);
    tape++;
    after_value();
    return csj_ok;
  }

  void number(char type) {
    csj_token &token =
        push(type == 'l' ? csj_integer : type == 'u' ? csj_big_integer : csj_double);
    tape++;
    memcpy(&token.integer, tape, 8);
    if (type == 'd') memcpy(&token.number, tape, 8);
  }
};

}  // namespace

extern "C" {

csj_reader *csj_open(const char *const *names, uint32_t name_count) {
  if (name_count > 64) return nullptr;
  auto *reader = new (std::nothrow) csj_reader;
  if (!reader) return nullptr;
  for (uint32_t i = 0; i < name_count; i++) reader->names.emplace_back(names[i]);
  reader->next.assign(name_count + 1, -1);
  return reader;
}

void csj_close(csj_reader *reader) { delete reader; }

csj_status csj_read(
    csj_reader *reader, const uint8_t *bytes, size_t length, const csj_token **tokens,
    size_t *token_count, size_t *fault_offset) {
  reader->tokens.clear();
  std::fill(reader->fields, reader->fields + reader->names.size(), -1);
  reader->first_unknown = -1;
  *token_count = 0;
  *fault_offset = 0;
  simdjson::dom::element root;
  // `false`: the caller's bytes are padded already.
  auto code = reader->parser.parse(bytes, length, false).get(root);
  if (code == simdjson::CAPACITY || code == simdjson::MEMALLOC) return csj_too_large;
  if (code == simdjson::DEPTH_ERROR) return csj_too_deep;
  if (code != simdjson::SUCCESS) return csj_malformed;
  Walk walk(*reader, bytes);
  csj_status status = walk.run();
  *fault_offset = walk.fault;
  *tokens = reader->tokens.data();
  *token_count = reader->tokens.size();
  return status;
}

const int32_t *csj_fields(const csj_reader *reader) { return reader->fields; }

int32_t csj_first_unknown(const csj_reader *reader) { return reader->first_unknown; }

}  // extern "C"
