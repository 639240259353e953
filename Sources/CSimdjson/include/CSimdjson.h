#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a token is. A name is the name of an object's field; its value follows it.
typedef enum : uint8_t {
  csj_null,
  csj_false,
  csj_true,
  csj_integer,
  /// A whole number above INT64_MAX: valid JSON, but no number of ours.
  csj_big_integer,
  csj_double,
  csj_string,
  csj_name,
  csj_array,
  csj_object,
} csj_kind;

/// One value or name, in the order of the text.
typedef struct {
  /// A string or name, unescaped; lives in the reader until its next call.
  const uint8_t *text;
  uint32_t text_length;
  /// Where it begins in the source, in bytes; a string begins at its opening quote.
  uint32_t offset;
  /// How many tokens lie inside a container, those of inner containers included.
  uint32_t span;
  /// At the top level of a record: the index among the reader's known names, else -1.
  int16_t field;
  csj_kind kind;
  /// Of a string: how many bytes it takes in the source, without its quotes.
  int64_t integer;
  double number;
} csj_token;

/// What csj_read says of a text it refuses; simdjson's own codes are larger.
typedef enum : int32_t {
  csj_ok = 0,
  csj_duplicate_name = -1,
  csj_too_deep = -2,
  csj_lone_surrogate = -3,
  csj_malformed = -4,
  csj_too_large = -5,
} csj_status;

typedef struct csj_reader csj_reader;

/// Containers may lie in each other at most this deep.
enum { csj_max_depth = 96, csj_padding = 64 };

/// NULL when there is no memory. At most 64 known names.
csj_reader *csj_open(const char *const *names, uint32_t name_count);
void csj_close(csj_reader *reader);

/// Reads one JSON text. `bytes` must be readable up to `length + csj_padding`.
///
/// On success the tokens live in the reader until its next call. On csj_duplicate_name, csj_too_deep
/// and csj_lone_surrogate `fault_offset` is the place; csj_malformed knows none.
csj_status csj_read(
    csj_reader *reader, const uint8_t *bytes, size_t length, const csj_token **tokens,
    size_t *token_count, size_t *fault_offset);

/// For each known name the index of its value among the tokens of the last text; -1 where it has none.
/// Stays at the same place as long as the reader lives.
const int32_t *csj_fields(const csj_reader *reader);

/// The index of the first name of the last text, at its top level, that is not known; -1 for none.
int32_t csj_first_unknown(const csj_reader *reader);

#ifdef __cplusplus
}
#endif
