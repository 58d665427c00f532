//! One step on both maps, and their comparison.

use core::marker::PhantomData;

use bun_collections::{GetOrPutResult, KV};
use zig_oracle::{ArrayMap, Found, KeyKind, LookUpBy, PutBy, Removal, RemoveBy, SortBy};

use super::Op;
use super::maps::{ByBytes, Map};
use crate::parity::{Check, Divergence};

pub(super) struct Pair<M> {
    pub(super) zig: ArrayMap,
    pub(super) rust: M,
}

impl<M: Map> Pair<M>
where
    M::Context: Default,
{
    pub(super) fn step(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        let Self { zig, rust } = self;
        match *op {
            Op::Put(id, value) => {
                zig.put(&M::key(id), value);
                rust.put(&M::key(id), value);
            }
            Op::PutMany(first, count) => {
                for id in first..first + count {
                    zig.put(&M::key(id), id as u64);
                    rust.put(&M::key(id), id as u64);
                }
            }
            Op::FetchPut(id, value) => {
                let old = zig.fetch_put(&M::key(id), value).entry().map(|(_, value)| value);
                check.same("fetchPut", old, rust.replace(&M::key(id), value))?;
            }
            Op::GetOrPut(id, value) => {
                let result = zig.get_or_put(&M::key(id), value);
                let zig = (result.index, result.value, result.found);
                check.same("getOrPut", zig, rust.get_or_put(&M::key(id), value))?;
            }
            Op::Get(id) => {
                check.same("get", zig.get(&M::key(id)).entry(), rust.get(&M::key(id)))?;
            }
            Op::Remove(id, removal) => {
                let key = M::key(id);
                let old = rust.get(&key);
                check.same("removed entry", zig.remove(&key, removal).entry(), old)?;
                check.same("removed", old.is_some(), rust.remove(&key, removal))?;
            }
            Op::PutBy(..) | Op::LookUp(..) | Op::RemoveBy(..) => self.step_by(op, check)?,
            _ => self.step_without_key(op, check)?,
        }
        let rows = self.rust.rows();
        check.same("count", self.zig.count(), rows.count())?;
        check.same("capacity", self.zig.capacity(), rows.capacity())
    }

    /// What is done by one of several functions.
    fn step_by(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        let Self { zig, rust } = self;
        match *op {
            Op::PutBy(by, id, value) => {
                let key = M::key(id);
                let rows = rust.rows();
                let there = rows.contains(&M::own(&key));
                let assumes_absent =
                    matches!(by, PutBy::NoClobber | PutBy::AssumeCapacityNoClobber);
                let assumes_room =
                    !matches!(by, PutBy::NoClobber | PutBy::GetOrPutValue | PutBy::GetOrPutAdapted);
                let has_room = rows.len() < rows.capacity();
                if (assumes_absent && there) || (assumes_room && !there && !has_room) {
                    return Ok(());
                }
                let expected = zig.put_by(by, &key, value);
                check.same("put", found(expected), put_by::<M>(rust, by, &key, value))
            }
            Op::LookUp(by, id) => {
                let key = M::key(id);
                check.same("look up", zig.look_up(by, &key).entry(), look_up::<M>(rust, by, &key))
            }
            Op::RemoveBy(by, id) => {
                let key = M::key(id);
                let entry = zig.remove_by(by, &key).entry();
                check.same("removed by", entry, remove_by::<M>(rust, by, &key))
            }
            _ => Ok(()),
        }
    }

    fn step_without_key(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        let Self { zig, rust } = self;
        let len = rust.rows().len();
        let rows = rust.rows_mut();
        match *op {
            Op::RemoveAt(index, removal) if len > 0 => {
                let index = index % len;
                let removed = (zig.keys().swap_remove(index), zig.values()[index]);
                zig.remove_at(index, removal);
                let (key, value) = match removal {
                    Removal::Swap => rows.swap_remove_at(index),
                    Removal::Ordered => rows.ordered_remove_at(index),
                };
                check.same("entry removed at an index", removed, (M::key_bytes(&key), value))?;
            }
            Op::Pop => {
                let last = zig.keys().pop();
                let popped = last.zip(zig.pop().entry().map(|(_, value)| value));
                let rust = rows.pop().map(|(key, value)| (M::key_bytes(&key), value));
                check.same("pop", popped, rust)?;
            }
            Op::Sort(by) => {
                zig.sort(by);
                rows.sort(|keys, values, a, b| match by {
                    SortBy::Key => keys[a] < keys[b],
                    SortBy::Value => values[a] < values[b],
                    SortBy::ValueDescending => values[a] > values[b],
                    SortBy::ValueModulo4 => values[a] % 4 < values[b] % 4,
                });
            }
            Op::ReIndex => {
                zig.reindex();
                rows.re_index().expect("memory");
            }
            Op::ShrinkRetainingCapacity(new_len) => {
                zig.shrink_retaining_capacity(new_len % (len + 1));
                rows.shrink_retaining_capacity(new_len % (len + 1));
            }
            Op::ShrinkAndFree(new_len) => {
                zig.shrink_and_free(new_len % (len + 1));
                rows.shrink_and_free(new_len % (len + 1));
            }
            Op::ClearRetainingCapacity => {
                zig.clear_retaining_capacity();
                rows.clear_retaining_capacity();
            }
            Op::ClearAndFree => {
                zig.clear_and_free();
                rows.clear_and_free();
            }
            Op::EnsureTotalCapacity(capacity) => {
                zig.ensure_total_capacity(capacity);
                rows.ensure_total_capacity(capacity).expect("memory");
            }
            Op::EnsureUnusedCapacity(count) => {
                zig.ensure_unused_capacity(count);
                rows.ensure_unused_capacity(count).expect("memory");
            }
            Op::Clone => {
                *zig = zig.clone();
                *rust = Clone::clone(rust);
            }
            _ => self.step_on_columns(op),
        }
        Ok(())
    }

    /// What Zig can do only to its unmanaged map, and what leaves everything where it was.
    fn step_on_columns(&mut self, op: &Op) {
        let Self { zig, rust } = self;
        let rows = rust.rows_mut();
        match op {
            Op::RemoveAtMany(indexes) if !rows.is_empty() => {
                let mut sorted: Vec<usize> = indexes.iter().map(|at| at % rows.len()).collect();
                sorted.sort_unstable();
                if zig.remove_at_many(&sorted) {
                    rows.ordered_remove_at_many(&sorted).expect("memory");
                }
            }
            Op::Retain(modulus) if !rows.is_empty() => {
                let dropped = |value: u64| value.is_multiple_of(*modulus);
                let sorted: Vec<usize> =
                    (0..rows.len()).filter(|at| dropped(rows.values()[*at])).collect();
                if zig.remove_at_many(&sorted) {
                    rows.retain(|_, value| !dropped(*value));
                    // Zig has no `retain`; what stands for it makes another index.
                    rows.re_index().expect("memory");
                }
            }
            Op::SetKey(index, id) if !rows.is_empty() => {
                let (index, key) = (index % rows.len(), M::key(*id));
                if !rows.contains(&M::own(&key)) && zig.set_key(index, &key) {
                    rows.set_key(index, M::own(&key)).expect("memory");
                }
            }
            Op::SetLen(len) if M::KIND != KeyKind::String => {
                let len = len % (rows.len() + 1);
                if zig.set_len(len) {
                    M::forget_after(rust, len);
                }
            }
            Op::Reinit if zig.reinit_backwards() => {
                let keys: Vec<M::Key> = rows.keys().iter().rev().cloned().collect();
                let values: Vec<u64> = rows.values().iter().rev().copied().collect();
                rows.reinit(&keys, &values).expect("memory");
            }
            Op::Reinit => {}
            Op::Move => {
                zig.move_and_back();
                let moved = rows.move_();
                assert_eq!((rows.len(), rows.capacity()), (0, 0));
                moved.lock_pointers();
                moved.unlock_pointers();
                *rows = moved;
            }
            Op::Iterate(add) => {
                zig.iterate(*add);
                for _ in 0..2 {
                    for entry in rows.iterator() {
                        *entry.value_ptr = entry.value_ptr.wrapping_add(*add);
                    }
                }
            }
            Op::SortUnstable => {
                zig.sort_unstable_by_key();
                rows.sort_unstable(|keys, _, a, b| keys[a] < keys[b]);
            }
            Op::SwapIndices(a, b) if !rows.is_empty() => {
                // Zig has none: twice changes nothing.
                let (a, b) = (a % rows.len(), b % rows.len());
                rows.swap_indices(a, b);
                rows.swap_indices(b, a);
            }
            _ => {}
        }
    }

    /// Compares all entries.
    pub(super) fn compare(&self, check: &mut Check) -> Result<(), Divergence> {
        let rows = self.rust.rows();
        let keys = self.zig.keys();
        for (index, key) in keys.iter().enumerate() {
            let found = self.rust.get(key);
            check.same("place of each key", Some((index, rows.values()[index])), found)?;
        }
        check.same("keys", keys, rows.keys().iter().map(M::key_bytes).collect())?;
        check.same("values", self.zig.values(), rows.values().to_vec())
    }
}

/// Position, value, and whether the entry was there before.
type Put = (usize, u64, bool);

fn found(zig: Found) -> Put {
    (zig.index, zig.value, zig.found)
}

fn put_by<M: Map>(map: &mut M, by: PutBy, key: &[u8], value: u64) -> Put
where
    M::Context: Default,
{
    fn fill<K>(result: GetOrPutResult<'_, K, u64>, key: K, value: u64) {
        if !result.found_existing {
            *result.key_ptr = key;
            *result.value_ptr = value;
        }
    }
    let (rows, own, adapter) = (map.rows_mut(), M::own(key), ByBytes::<M>(PhantomData));
    let before = rows.get_index(&own);
    match by {
        PutBy::NoClobber => rows.put_no_clobber(own.clone(), value).expect("memory"),
        PutBy::AssumeCapacity => rows.put_assume_capacity(own.clone(), value),
        PutBy::AssumeCapacityNoClobber => rows.put_assume_capacity_no_clobber(own.clone(), value),
        PutBy::FetchAssumeCapacity => {
            let old = rows.fetch_put_assume_capacity(own, value);
            return match old.map(|KV { value, .. }| value).zip(before) {
                Some((value, index)) => (index, value, true),
                None => (0, 0, false),
            };
        }
        PutBy::GetOrPutValue => {
            let _ = rows.get_or_put_value(own.clone(), value).expect("memory");
        }
        PutBy::GetOrPutAssumeCapacity => {
            fill(rows.get_or_put_assume_capacity(own.clone()), own.clone(), value);
        }
        PutBy::GetOrPutAdapted => {
            let result = rows.get_or_put_adapted(key, &adapter).expect("memory");
            fill(result, own.clone(), value);
        }
        PutBy::GetOrPutAssumeCapacityAdapted => {
            fill(rows.get_or_put_assume_capacity_adapted(key, &adapter), own.clone(), value);
        }
    }
    let index = rows.get_index(&own).expect("the key is there");
    (index, rows.values()[index], before.is_some())
}

fn look_up<M: Map>(map: &mut M, by: LookUpBy, key: &[u8]) -> Option<(usize, u64)>
where
    M::Context: Default,
{
    let (rows, own, adapter) = (map.rows_mut(), &M::own(key), &ByBytes::<M>(PhantomData));
    let value = match by {
        LookUpBy::Get => rows.get(own).copied(),
        LookUpBy::Ptr => rows.get_ptr_mut(own).copied(),
        LookUpBy::Entry => rows.get_entry(own).map(|entry| *entry.value_ptr),
        LookUpBy::Key => rows.get_key(own).and_then(|key| rows.get(key)).copied(),
        LookUpBy::KeyPtr => {
            let key = rows.get_key_ptr(own).cloned();
            key.and_then(|key| rows.get(&key)).copied()
        }
        LookUpBy::Contains => rows.contains(own).then(|| rows[own]),
        LookUpBy::GetAdapted => rows.get_adapted(key, adapter).copied(),
        LookUpBy::PtrAdapted => rows.get_ptr_adapted(key, adapter).copied(),
        LookUpBy::EntryAdapted => {
            rows.get_entry_adapted(key, adapter).map(|entry| *entry.value_ptr)
        }
        LookUpBy::KeyAdapted => {
            rows.get_key_adapted(key, adapter).and_then(|key| rows.get(key)).copied()
        }
        LookUpBy::KeyPtrAdapted => {
            let key = rows.get_key_ptr_adapted(key, adapter).cloned();
            key.and_then(|key| rows.get(&key)).copied()
        }
        LookUpBy::ContainsAdapted => rows.contains_adapted(key, adapter).then(|| rows[own]),
    };
    rows.get_index_adapted(key, adapter).zip(value)
}

fn remove_by<M: Map>(map: &mut M, by: RemoveBy, key: &[u8]) -> Option<(usize, u64)>
where
    M::Context: Default,
{
    let (rows, own, adapter) = (map.rows_mut(), &M::own(key), &ByBytes::<M>(PhantomData));
    let before = rows.get_index(own).zip(rows.get(own).copied());
    let removed = match by {
        RemoveBy::Swap => rows.swap_remove(own),
        RemoveBy::Ordered => rows.ordered_remove(own),
        RemoveBy::SwapAdapted => rows.swap_remove_adapted(key, adapter),
        RemoveBy::OrderedAdapted => rows.ordered_remove_adapted(key, adapter),
        RemoveBy::FetchSwapAdapted => rows.fetch_swap_remove_adapted(key, adapter).is_some(),
        RemoveBy::FetchOrderedAdapted => rows.fetch_ordered_remove_adapted(key, adapter).is_some(),
    };
    if removed { before } else { None }
}
