#define _GNU_SOURCE
#include "CGMime.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

/* Opaque here as there; GLib's integers by their C types. */
typedef void *Object;
typedef struct {
  uint8_t *data;
  unsigned int len;
} ByteArray;

static struct {
  void (*init)(void);
  Object (*stream_with_buffer)(const char *, size_t);
  Object (*stream)(void);
  ByteArray *(*bytes)(Object);
  Object (*parser)(Object);
  Object (*message)(Object, void *);
  Object (*body)(Object);
  Object (*content_type)(Object);
  int (*is_type)(Object, const char *, const char *);
  const char *(*parameter)(Object, const char *);
  const char *(*disposition)(Object);
  int (*count)(Object);
  Object (*part)(Object, int);
  Object (*content)(Object);
  ssize_t (*write)(Object, Object);
  char *(*decode)(void *, const char *);
  size_t (*part_type)(void);
  size_t (*multipart_type)(void);
  int (*is_a)(Object, size_t);
  void (*unref)(Object);
  void (*free)(void *);
} gmime;

static bool find(void *library, void *target, const char *name) {
  void *symbol = dlsym(library, name);
  /* A function's address is copied as bytes, since ISO C knows no cast for it. */
  memcpy(target, &symbol, sizeof symbol);
  return symbol != NULL;
}

static void *open_library(void) {
  static const char *const names[] = {
      "libgmime-3.0.so.0",
      "libgmime-3.0.0.dylib",
      "/opt/homebrew/lib/libgmime-3.0.0.dylib",
      "/usr/local/lib/libgmime-3.0.0.dylib",
  };
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (library != NULL) return library;
  }
  return NULL;
}

static bool load(void) {
  void *library = open_library();
  if (library == NULL) return false;
  bool found = find(library, &gmime.init, "g_mime_init") &&
      find(library, &gmime.stream_with_buffer, "g_mime_stream_mem_new_with_buffer") &&
      find(library, &gmime.stream, "g_mime_stream_mem_new") &&
      find(library, &gmime.bytes, "g_mime_stream_mem_get_byte_array") &&
      find(library, &gmime.parser, "g_mime_parser_new_with_stream") &&
      find(library, &gmime.message, "g_mime_parser_construct_message") &&
      find(library, &gmime.body, "g_mime_message_get_mime_part") &&
      find(library, &gmime.content_type, "g_mime_object_get_content_type") &&
      find(library, &gmime.is_type, "g_mime_content_type_is_type") &&
      find(library, &gmime.parameter, "g_mime_object_get_content_type_parameter") &&
      find(library, &gmime.disposition, "g_mime_object_get_disposition") &&
      find(library, &gmime.count, "g_mime_multipart_get_count") &&
      find(library, &gmime.part, "g_mime_multipart_get_part") &&
      find(library, &gmime.content, "g_mime_part_get_content") &&
      find(library, &gmime.write, "g_mime_data_wrapper_write_to_stream") &&
      find(library, &gmime.decode, "g_mime_utils_header_decode_text") &&
      find(library, &gmime.part_type, "g_mime_part_get_type") &&
      find(library, &gmime.multipart_type, "g_mime_multipart_get_type") &&
      find(library, &gmime.is_a, "g_type_check_instance_is_a") &&
      find(library, &gmime.unref, "g_object_unref") && find(library, &gmime.free, "g_free");
  if (found) gmime.init();
  return found;
}

bool meadow_gmime_load(void) {
  static int state = 0;
  if (state == 0) state = load() ? 1 : -1;
  return state == 1;
}

/* The best text below an object: plain text wins over HTML. Depth and number of parts are bounded. */
static Object best(Object object, bool html, int depth, int *left) {
  if (object == NULL || depth == 0 || --*left < 0) return NULL;
  if (gmime.is_a(object, gmime.multipart_type())) {
    int count = gmime.count(object);
    for (int index = 0; index < count && *left > 0; index++) {
      Object found = best(gmime.part(object, index), html, depth - 1, left);
      if (found != NULL) return found;
    }
    return NULL;
  }
  if (!gmime.is_a(object, gmime.part_type())) return NULL;
  const char *disposition = gmime.disposition(object);
  if (disposition != NULL && strcmp(disposition, "attachment") == 0) return NULL;
  Object type = gmime.content_type(object);
  if (type == NULL) return html ? NULL : object;
  return gmime.is_type(type, "text", html ? "html" : "plain") ? object : NULL;
}

static bool copy(Object part, meadow_mail_text *text) {
  Object content = gmime.content(part);
  Object output = content == NULL ? NULL : gmime.stream();
  if (output == NULL) return false;
  gmime.write(content, output);
  ByteArray *bytes = gmime.bytes(output);
  text->count = bytes == NULL ? 0 : bytes->len;
  text->bytes = malloc(text->count + 1);
  if (text->bytes != NULL && text->count > 0) memcpy(text->bytes, bytes->data, text->count);
  gmime.unref(output);
  const char *charset = gmime.parameter(part, "charset");
  text->charset = charset == NULL ? NULL : strdup(charset);
  return text->bytes != NULL;
}

bool meadow_gmime_text(const uint8_t *mail, size_t count, meadow_mail_text *text) {
  memset(text, 0, sizeof *text);
  Object stream = gmime.stream_with_buffer((const char *)mail, count);
  Object parser = gmime.parser(stream);
  Object message = gmime.message(parser, NULL);
  bool found = false;
  if (message != NULL) {
    for (int html = 0; html < 2 && !found; html++) {
      int left = 1000;
      Object part = best(gmime.body(message), html == 1, 50, &left);
      text->is_html = html == 1;
      found = part != NULL && copy(part, text);
    }
    gmime.unref(message);
  }
  gmime.unref(parser);
  gmime.unref(stream);
  return found;
}

void meadow_gmime_free(meadow_mail_text *text) {
  free(text->bytes);
  free(text->charset);
  memset(text, 0, sizeof *text);
}

char *meadow_gmime_decode(const char *value) {
  char *decoded = gmime.decode(NULL, value);
  char *copy = decoded == NULL ? NULL : strdup(decoded);
  gmime.free(decoded);
  return copy;
}
