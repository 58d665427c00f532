//! `bun_collections::MultiArrayList` beside `std.MultiArrayList`, for a row of four widths.

use bun_collections::{MultiArrayElement, MultiArrayList};
use zig_oracle::{Column, MultiArray, Oracle, Removal, Row};

use crate::parity::{Area, Check, Divergence};
use crate::prng::{Prng, Swarm};

/// The row, with the fields in the order in which Zig declares its own.
#[derive(MultiArrayElement, Clone, Copy)]
struct Record {
    byte: u8,
    word: u64,
    pair: u16,
    half: u32,
}

impl From<Row> for Record {
    fn from(Row { word, half, byte, pair }: Row) -> Self {
        Self { byte, word, pair, half }
    }
}

impl From<Record> for Row {
    fn from(Record { byte, word, pair, half }: Record) -> Self {
        Self { word, half, byte, pair }
    }
}

/// A step on a list. An index is taken modulo how many there are to choose from.
#[derive(Clone, Debug)]
pub(super) enum Op {
    Append(Row),
    Insert(usize, Row),
    Set(usize, Row),
    Pop,
    SwapRemove(usize),
    OrderedRemove(usize),
    Resize(usize),
    ShrinkRetainingCapacity(usize),
    ShrinkAndFree(usize),
    ClearRetainingCapacity,
    ClearAndFree,
    EnsureTotalCapacity(usize),
    EnsureUnusedCapacity(usize),
    /// Room for this many rows more than there are.
    SetCapacity(usize),
    /// Goes on with a clone.
    Clone,
    Sort(Column),
    SortUnstable(Column),
    SortSpan(usize, usize, Column),
}

pub(super) struct MultiArrayListArea {
    zig: Oracle,
}

impl MultiArrayListArea {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }
}

struct Pair {
    zig: MultiArray,
    rust: MultiArrayList<Record>,
}

fn less_than(
    column: Column,
) -> impl Fn(bun_collections::multi_array_list::Slice<'_, Record>, usize, usize) -> bool {
    move |rows, a, b| {
        let columns = rows.columns();
        match column {
            Column::Word => columns.word[a] < columns.word[b],
            Column::Half => columns.half[a] < columns.half[b],
            Column::Byte => columns.byte[a] < columns.byte[b],
            Column::Pair => columns.pair[a] < columns.pair[b],
        }
    }
}

impl Pair {
    fn rust_rows(&self) -> Vec<Row> {
        (0..self.rust.len()).map(|index| self.rust.get(index).into()).collect()
    }

    fn step(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        let len = self.rust.len();
        match *op {
            Op::Append(row) => {
                self.zig.append(&row);
                self.rust.append(row.into()).expect("memory");
            }
            Op::Insert(index, row) => {
                self.zig.insert(index % (len + 1), &row);
                self.rust.insert(index % (len + 1), row.into()).expect("memory");
            }
            Op::Pop => check.same("pop", self.zig.pop(), self.rust.pop().map(Row::from))?,
            Op::Set(index, row) if len > 0 => {
                self.zig.set(index % len, &row);
                self.rust.set(index % len, row.into());
            }
            Op::SwapRemove(index) if len > 0 => {
                let removed = self.zig.get(index % len);
                self.zig.remove(index % len, Removal::Swap);
                check.same("removed row", removed, self.rust.swap_remove(index % len).into())?;
            }
            Op::OrderedRemove(index) if len > 0 => {
                let removed = self.zig.get(index % len);
                self.zig.remove(index % len, Removal::Ordered);
                check.same("removed row", removed, self.rust.ordered_remove(index % len).into())?;
            }
            Op::Set(..) | Op::SwapRemove(_) | Op::OrderedRemove(_) => {}
            Op::Sort(column) => self.sort(0, len, column),
            Op::SortSpan(a, b, column) => {
                let (a, b) = (a % (len + 1), b % (len + 1));
                self.sort(a.min(b), a.max(b), column);
            }
            Op::SortUnstable(column) => self.sort_unstable(column, check)?,
            Op::Clone => {
                self.zig = self.zig.clone();
                self.rust = self.rust.try_clone().expect("memory");
            }
            _ => self.change_capacity(op, check)?,
        }
        self.compare(check)
    }

    fn change_capacity(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        let len = self.rust.len();
        match *op {
            Op::Resize(new_len) => {
                self.zig.resize(new_len);
                self.rust.resize_with(new_len, || Row::default().into()).expect("memory");
            }
            Op::ShrinkRetainingCapacity(new_len) => {
                self.zig.shrink_retaining_capacity(new_len % (len + 1));
                self.rust.shrink_retaining_capacity(new_len % (len + 1));
            }
            Op::ClearRetainingCapacity => {
                self.zig.clear_retaining_capacity();
                self.rust.clear_retaining_capacity();
            }
            Op::EnsureTotalCapacity(capacity) => {
                self.zig.ensure_total_capacity(capacity);
                self.rust.ensure_total_capacity(capacity).expect("memory");
            }
            Op::EnsureUnusedCapacity(count) => {
                self.zig.ensure_unused_capacity(count);
                self.rust.ensure_unused_capacity(count).expect("memory");
            }
            Op::ShrinkAndFree(new_len) => {
                self.zig.shrink_and_free(new_len % (len + 1));
                self.rust.shrink_and_free(new_len % (len + 1));
                check.same("exact capacity", self.zig.capacity(), self.rust.capacity())?;
            }
            Op::ClearAndFree => {
                self.zig.clear_and_free();
                self.rust.clear_and_free();
                check.same("exact capacity", self.zig.capacity(), self.rust.capacity())?;
            }
            Op::SetCapacity(extra) => {
                self.zig.set_capacity(len + extra);
                self.rust.set_capacity(len + extra).expect("memory");
                check.same("exact capacity", self.zig.capacity(), self.rust.capacity())?;
            }
            _ => {}
        }
        Ok(())
    }

    fn sort(&mut self, start: usize, end: usize, column: Column) {
        self.zig.sort(start..end, column);
        self.rust.sort_span(start, end, less_than(column));
    }

    /// Equal rows may end up in any order, but they have to be the same rows. After that Zig goes
    /// on from the order that Rust chose.
    fn sort_unstable(&mut self, column: Column, check: &mut Check) -> Result<(), Divergence> {
        self.zig.sort_unstable(0..self.zig.len(), column);
        self.rust.sort_unstable(less_than(column));
        let (zig, rust) = (self.zig.rows(), self.rust_rows());
        let keys = |rows: &[Row]| -> Vec<u64> {
            let key = |row: &Row| match column {
                Column::Word => row.word,
                Column::Half => row.half.into(),
                Column::Byte => row.byte.into(),
                Column::Pair => row.pair.into(),
            };
            rows.iter().map(key).collect()
        };
        let contents = |rows: &[Row]| {
            let mut rows = rows.to_vec();
            rows.sort_by_key(|row| (row.word, row.half, row.byte, row.pair));
            rows
        };
        check.same("keys in order", keys(&zig), keys(&rust))?;
        check.same("rows in any order", contents(&zig), contents(&rust))?;
        check.same("order of equal rows", &zig, &rust)?;
        for (index, row) in rust.iter().enumerate() {
            self.zig.set(index, row);
        }
        Ok(())
    }

    fn compare(&self, check: &mut Check) -> Result<(), Divergence> {
        check.same("len", self.zig.len(), self.rust.len())?;
        check.same("rows", self.zig.rows(), self.rust_rows())?;
        check.same("capacity", self.zig.capacity(), self.rust.capacity())?;
        if let Some(offsets) = self.zig.column_offsets()
            && self.rust.capacity() > 0
        {
            let zig = offsets.map(|offset| offset / self.zig.capacity());
            check.same("bytes of the columns before each column", zig, self.rust_widths())?;
        }
        Ok(())
    }

    /// For each column, in the order of [`Row`], how many bytes a row takes in those before it.
    fn rust_widths(&self) -> [usize; 4] {
        let columns = self.rust.columns();
        let starts = [
            columns.word.as_ptr().addr(),
            columns.half.as_ptr().addr(),
            columns.byte.as_ptr().addr(),
            columns.pair.as_ptr().addr(),
        ];
        let block = starts.into_iter().min().expect("four columns");
        starts.map(|start| (start - block) / self.rust.capacity())
    }
}

const COLUMNS: [Column; 4] = [Column::Word, Column::Half, Column::Byte, Column::Pair];

/// A row with few different values in some columns, so that sorting meets ties.
fn row(random: &mut Prng) -> Row {
    let word = random.word();
    Row {
        word: random.edgy_word(),
        half: word as u32,
        byte: (word >> 32) as u8 % 3,
        pair: (word >> 40) as u16,
    }
}

impl Area for MultiArrayListArea {
    type Op = Op;

    fn name(&self) -> &'static str {
        "multi_array_list"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        let count = random.choose(&[10, 30, 80]);
        let few = random.choose(&[4, 40, 200]);
        // Removing is rarer than adding, and starting over is rare.
        let weights = [40, 8, 6, 4, 6, 6, 1, 1, 1, 1, 1, 2, 2, 2, 1, 2, 2, 2];
        let swarm = Swarm::draw(random, &weights);
        (0..random.within(1..=count))
            .map(|_| match swarm.pick(random) {
                0 => Op::Append(row(random)),
                1 => Op::Insert(random.below(few), row(random)),
                2 => Op::Set(random.below(few), row(random)),
                3 => Op::Pop,
                4 => Op::SwapRemove(random.below(few)),
                5 => Op::OrderedRemove(random.below(few)),
                6 => Op::Resize(random.below(few)),
                7 => Op::ShrinkRetainingCapacity(random.below(few)),
                8 => Op::ShrinkAndFree(random.below(few)),
                9 => Op::ClearRetainingCapacity,
                10 => Op::ClearAndFree,
                11 => Op::EnsureTotalCapacity(random.below(few)),
                12 => Op::EnsureUnusedCapacity(random.below(few)),
                13 => Op::SetCapacity(random.below(few)),
                14 => Op::Clone,
                15 => Op::Sort(random.choose(&COLUMNS)),
                16 => Op::SortUnstable(random.choose(&COLUMNS)),
                _ => Op::SortSpan(random.below(few), random.below(few), random.choose(&COLUMNS)),
            })
            .collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        let mut pair = Pair { zig: MultiArray::new(self.zig), rust: MultiArrayList::new() };
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            pair.step(op, check)?;
        }
        Ok(())
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        let plain = |row: &Row| Row { word: row.word, ..Row::default() };
        match op {
            Op::Append(row) if *row != plain(row) => vec![Op::Append(plain(row))],
            Op::Insert(index, row) if *index > 0 => vec![Op::Insert(index / 2, *row)],
            Op::Set(index, row) if *index > 0 => vec![Op::Set(index / 2, *row)],
            Op::Resize(len) if *len > 0 => vec![Op::Resize(len - 1)],
            Op::SetCapacity(extra) if *extra > 0 => vec![Op::SetCapacity(extra / 2)],
            _ => vec![],
        }
    }
}
