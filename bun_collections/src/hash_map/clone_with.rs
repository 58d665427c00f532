//! Copies of maps whose entries are copied by a function that can fail.

use super::shape::capacity_for;
use super::slots::Slots;
use super::{HashContext, HashMap};
use bun_alloc::AllocError;

impl<K, V, C: HashContext<K> + Clone> HashMap<K, V, C> {
    /// As [`try_clone`](Self::try_clone), with entries that `copy` makes; a key keeps its hash.
    pub(crate) fn try_clone_with(
        &self,
        mut copy: impl FnMut(&K, &V) -> Result<(K, V), AllocError>,
    ) -> Result<Self, AllocError> {
        let context = self.context.clone();
        if self.is_empty() {
            return Ok(Self { slots: Slots::new(), context });
        }
        let len = u32::try_from(self.len()).map_err(|_| AllocError)?;
        let mut slots = Slots::with_capacity(capacity_for(len).ok_or(AllocError)?)?;
        for (key, value) in self {
            let (key, value) = copy(key, value)?;
            slots.vacant(context.hash(&key)).fill(key, value);
        }
        Ok(Self { slots, context })
    }
}
