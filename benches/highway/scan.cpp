// Google's Highway doing the work of two rows, compiled for every target and chosen at run time as
// its documentation shows. Exceptions cannot occur: nothing here allocates.

#include <cstddef>
#include <cstdint>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "scan.cpp"
#include "hwy/foreach_target.h"
#include "hwy/highway.h"

#include "hwy/contrib/algo/find-inl.h"

HWY_BEFORE_NAMESPACE();
namespace bench {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

template <size_t K>
size_t FindAny(const uint8_t *text, size_t len, const uint8_t *set) {
    const hn::ScalableTag<uint8_t> d;
    return hn::FindIf(d, text, len, [set](const auto d, const auto bytes) HWY_ATTR {
        auto found = hn::Eq(bytes, hn::Set(d, set[0]));
        for (size_t k = 1; k < K; ++k) {
            found = hn::Or(found, hn::Eq(bytes, hn::Set(d, set[k])));
        }
        return found;
    });
}

size_t IndexOfAny(const uint8_t *text, size_t len, const uint8_t *set, size_t set_len) {
    switch (set_len) {
    case 1: return FindAny<1>(text, len, set);
    case 2: return FindAny<2>(text, len, set);
    case 3: return FindAny<3>(text, len, set);
    case 8: return FindAny<8>(text, len, set);
    case 16: return FindAny<16>(text, len, set);
    default: return len + 1;
    }
}

// Reads everything and does nothing but an `or`: what memory and the load units allow.
uint8_t ReadAll(const uint8_t *text, size_t len) {
    const hn::ScalableTag<uint8_t> d;
    const size_t n = hn::Lanes(d);
    auto a = hn::Zero(d), b = hn::Zero(d), e = hn::Zero(d), f = hn::Zero(d);
    size_t i = 0;
    for (; i + 4 * n <= len; i += 4 * n) {
        a = hn::Or(a, hn::LoadU(d, text + i));
        b = hn::Or(b, hn::LoadU(d, text + i + n));
        e = hn::Or(e, hn::LoadU(d, text + i + 2 * n));
        f = hn::Or(f, hn::LoadU(d, text + i + 3 * n));
    }
    uint8_t rest = 0;
    for (; i < len; ++i) rest |= text[i];
    const auto all = hn::Or(hn::Or(a, b), hn::Or(e, f));
    return hn::AllTrue(d, hn::Eq(all, hn::Zero(d))) ? rest : static_cast<uint8_t>(rest | 1);
}

} // namespace HWY_NAMESPACE
} // namespace bench
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bench {
HWY_EXPORT(IndexOfAny);
HWY_EXPORT(ReadAll);
} // namespace bench

// The index of the first byte of the set, `len` if there is none, and `len + 1` for a set of
// another length than 1, 2, 3, 8 or 16.
extern "C" size_t bench_hwy_index_of_any(
    const uint8_t *text, size_t len, const uint8_t *set, size_t set_len) {
    using namespace bench;
    return HWY_DYNAMIC_DISPATCH(IndexOfAny)(text, len, set, set_len);
}

extern "C" uint8_t bench_hwy_read_all(const uint8_t *text, size_t len) {
    using namespace bench;
    return HWY_DYNAMIC_DISPATCH(ReadAll)(text, len);
}
#endif
