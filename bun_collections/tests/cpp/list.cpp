// The C++ half: mirrors the layout, reads and writes every field, and borrows and owns.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

struct BabyList {
    uint32_t* ptr;
    uint32_t len;
    uint32_t cap;
};

static_assert(sizeof(BabyList) == sizeof(void*) + 8, "size");
static_assert(offsetof(BabyList, len) == sizeof(void*), "len");
static_assert(offsetof(BabyList, cap) == sizeof(void*) + 4, "cap");

extern "C" {
BabyList list_make(uint32_t count);
bool list_append(BabyList*, uint32_t value);
uint64_t list_sum(const BabyList*);
void list_drop(BabyList);
}

static void require(bool ok, const char* what)
{
    if (!ok) {
        fprintf(stderr, "not so: %s\n", what);
        exit(1);
    }
}

int main()
{
    BabyList list = list_make(5);
    require(list.len == 5 && list.cap == 5, "the fields of a full list");
    for (uint32_t i = 0; i < list.len; i++)
        require(list.ptr[i] == i, "values");
    list.ptr[4] = 100;
    require(list_append(&list, 7) && list.len == 6 && list.cap > 6, "it grows");
    require(list_sum(&list) == 0 + 1 + 2 + 3 + 100 + 7, "what C++ wrote");
    list.ptr[list.len++] = 1000;
    require(list_sum(&list) == 1113, "what C++ appended");
    list_drop(list);

    BabyList empty = list_make(0);
    require(empty.ptr != nullptr && empty.len == 0 && empty.cap == 0, "an empty list");
    require(list_sum(&empty) == 0, "nothing");
    list_drop(empty);

    uint32_t values[3] = { 1, 2, 3 };
    BabyList borrowed = { values, 3, 0 };
    require(list_sum(&borrowed) == 6, "values of C++");
    list_drop(borrowed);
    require(values[2] == 3, "still there");
    puts("agreed");
}
