// The C++ half: mirrors the layouts, reads and writes every field, and counts references.
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct StringImpl {
    std::atomic<uint32_t> refCount;
    uint32_t length;
    const void* data;
    std::atomic<uint32_t> hashAndFlags;
};
struct ZigString {
    uintptr_t taggedPointer;
    size_t length;
};
struct BunString {
    uint8_t tag;
    union {
        ZigString zig;
        StringImpl* impl;
    };
};
struct StringPointer {
    uint32_t offset, length;
};
enum Tag : uint8_t { Dead, WTFStringImpl, Zig, StaticZig, Empty };

static_assert(sizeof(StringImpl) == 24 && offsetof(StringImpl, hashAndFlags) == 16, "header");
static_assert(sizeof(ZigString) == 16, "zig string");
static_assert(sizeof(BunString) == 24 && offsetof(BunString, impl) == 8, "string");

extern "C" {
void peer_make(const char*, size_t, BunString*);
bool peer_reads_as(const BunString*, const char*, size_t);
void peer_drop(BunString);
BunString peer_share(BunString);
BunString peer_adopt(StringImpl*);
StringImpl* peer_leak(BunString);
bool peer_set_hook(bool (*)(StringImpl*));
StringPointer peer_place(uint32_t, uint32_t);
}

static int destroyed = 0;
static const uint32_t is8Bit = 1u << 2, isAtom = 1u << 4, madeByRust = 1u << 7;

static bool destroy(StringImpl* impl)
{
    if (impl->hashAndFlags & madeByRust)
        return false;
    destroyed += 1;
    delete[] static_cast<const char*>(impl->data);
    delete impl;
    return true;
}

#define CHECK(condition)                                              \
    do {                                                              \
        if (!(condition)) {                                           \
            std::fprintf(stderr, "%d: %s\n", __LINE__, #condition);   \
            std::exit(1);                                             \
        }                                                             \
    } while (0)

static StringImpl* makeHere(const char* text, uint32_t flags)
{
    uint32_t length = static_cast<uint32_t>(std::strlen(text));
    char* data = new char[length];
    std::memcpy(data, text, length);
    return new StringImpl { { 2 }, length, data, { is8Bit | flags } };
}

static void readsWhatRustMade()
{
    BunString string = {};
    peer_make("caf\xc3\xa9", 5, &string);
    CHECK(string.tag == WTFStringImpl);
    CHECK(string.impl->refCount == 2 && string.impl->length == 4);
    CHECK(!(string.impl->hashAndFlags & is8Bit));
    CHECK(static_cast<const char16_t*>(string.impl->data)[3] == 0xe9);
    // A hash goes above the flags and disturbs nothing.
    string.impl->hashAndFlags |= 0xabcdef00;
    string.impl->refCount += 2;
    peer_drop(string);
    CHECK(string.impl->refCount == 2);
    CHECK(peer_reads_as(&string, "caf\xc3\xa9", 5));
    peer_drop(string);

    peer_make("abc", 3, &string);
    CHECK(string.impl->hashAndFlags & is8Bit);
    CHECK(std::memcmp(string.impl->data, "abc", 3) == 0);
    StringImpl* impl = peer_leak(string);
    CHECK(impl->refCount == 2);
    peer_drop(peer_adopt(impl));

    peer_make("", 0, &string);
    CHECK(string.tag == Empty);
}

static void writesWhatRustReads()
{
    const uint16_t units[] = { 0x61, 0x263a };
    BunString wide = {};
    wide.tag = Zig;
    wide.zig = { reinterpret_cast<uintptr_t>(units) | (uintptr_t(1) << 63), 2 };
    CHECK(peer_reads_as(&wide, "a\xe2\x98\xba", 4));
    BunString utf8 = {};
    utf8.tag = Zig;
    utf8.zig = { reinterpret_cast<uintptr_t>("\xc3\xa9") | (uintptr_t(1) << 61), 2 };
    CHECK(peer_reads_as(&utf8, "\xc3\xa9", 2));
    BunString unknown = {};
    unknown.tag = 77;
    CHECK(peer_reads_as(&unknown, "", 0));
    peer_drop(unknown);
}

static void stringsOfBothSidesAreFreedWhereTheyWereMade()
{
    CHECK(peer_set_hook(destroy) && !peer_set_hook(destroy));
    peer_drop(peer_adopt(makeHere("mine", 0)));
    CHECK(destroyed == 1);
    // An atom is copied when it is to cross threads; the original is given back.
    BunString shared = peer_share(peer_adopt(makeHere("atom", isAtom)));
    CHECK(destroyed == 2);
    CHECK(shared.impl->hashAndFlags & madeByRust);
    CHECK(peer_reads_as(&shared, "atom", 4));
    peer_drop(shared);
    CHECK(destroyed == 2);
}

int main()
{
    readsWhatRustMade();
    writesWhatRustReads();
    stringsOfBothSidesAreFreedWhereTheyWereMade();
    StringPointer place = peer_place(3, 4);
    CHECK(place.offset == 3 && place.length == 4);
    std::puts("agreed");
}
