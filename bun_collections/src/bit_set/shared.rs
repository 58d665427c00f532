//! The methods that sets of several words share.

/// Adds the methods of a set that is made of words to a type with
///
/// - `masks` and `masks_mut`: at least as many words as its `bit_length` bits take, in which every
///   bit from `bit_length` on is zero;
/// - `mask` and `mask_mut`: the word of a bit; they panic where there is no such bit.
macro_rules! word_set_methods {
    ($set:ident $(<$(const $parameter:ident),+>)?) => {
        impl $(<$(const $parameter: usize),+>)? $set $(<$($parameter),+>)? {
            /// Returns the words, the lowest bits first. Bits from the length on are zero.
            #[inline]
            #[must_use]
            pub fn as_words(&self) -> &[usize] {
                &self.masks()[..num_masks_for(self.bit_length())]
            }

            #[inline]
            fn as_words_mut(&mut self) -> &mut [usize] {
                let count = num_masks_for(self.bit_length());
                &mut self.masks_mut()[..count]
            }

            /// Returns how many bits the set has, set or not.
            #[inline]
            #[must_use]
            pub fn capacity(&self) -> usize {
                self.bit_length()
            }

            /// Returns whether a bit is set.
            ///
            /// # Panics
            ///
            /// When `index` is not below the length.
            #[doc(alias = "isSet")]
            #[inline]
            #[must_use]
            #[track_caller]
            pub fn is_set(&self, index: usize) -> bool {
                self.mask(index) & bit(index) != 0
            }

            /// Returns whether a bit is set, or `out_of_bounds` for an index that is not below the
            /// length.
            #[doc(alias = "isSetAllowOutOfBound")]
            #[inline]
            #[must_use]
            pub fn is_set_allow_out_of_bound(&self, index: usize, out_of_bounds: bool) -> bool {
                if index < self.bit_length() { self.is_set(index) } else { out_of_bounds }
            }

            /// Returns how many bits are set.
            #[inline]
            #[must_use]
            pub fn count(&self) -> usize {
                simd::count(self.masks())
            }

            /// Sets or unsets a bit.
            ///
            /// # Panics
            ///
            /// When `index` is not below the length.
            #[doc(alias = "setValue")]
            #[inline]
            #[track_caller]
            pub fn set_value(&mut self, index: usize, value: bool) {
                let mask = self.mask_mut(index);
                *mask = *mask & !bit(index) | bit(index) & filled(value);
            }

            /// Sets a bit.
            ///
            /// # Panics
            ///
            /// When `index` is not below the length.
            #[inline]
            #[track_caller]
            pub fn set(&mut self, index: usize) {
                *self.mask_mut(index) |= bit(index);
            }

            /// Unsets a bit.
            ///
            /// # Panics
            ///
            /// When `index` is not below the length.
            #[inline]
            #[track_caller]
            pub fn unset(&mut self, index: usize) {
                *self.mask_mut(index) &= !bit(index);
            }

            /// Changes a bit.
            ///
            /// # Panics
            ///
            /// When `index` is not below the length.
            #[inline]
            #[track_caller]
            pub fn toggle(&mut self, index: usize) {
                *self.mask_mut(index) ^= bit(index);
            }

            /// Sets or unsets the bits of a range.
            ///
            /// # Panics
            ///
            /// When the range ends before it starts, or above the length.
            #[doc(alias = "setRangeValue")]
            #[inline]
            #[track_caller]
            pub fn set_range_value(&mut self, range: impl Into<Range>, value: bool) {
                let Range { start, end } = range.into();
                check_range(start, end, self.bit_length());
                words::set_range(self.masks_mut(), start, end, value);
            }

            /// Sets or unsets every bit.
            #[doc(alias = "setAll")]
            #[doc(alias = "unsetAll")]
            #[inline]
            pub fn set_all(&mut self, value: bool) {
                let bit_length = self.bit_length();
                let words = self.as_words_mut();
                words.fill(filled(value));
                words::clear_padding(words, bit_length);
            }

            /// Changes every bit.
            #[doc(alias = "toggleAll")]
            #[inline]
            pub fn toggle_all(&mut self) {
                let bit_length = self.bit_length();
                let words = self.as_words_mut();
                for word in &mut *words {
                    *word = !*word;
                }
                words::clear_padding(words, bit_length);
            }

            /// Returns the lowest bit that is set.
            #[doc(alias = "findFirstSet")]
            #[inline]
            #[must_use]
            pub fn find_first_set(&self) -> Option<usize> {
                simd::find_first_set(self.masks())
            }

            /// Returns the highest bit that is set.
            #[doc(alias = "findLastSet")]
            #[inline]
            #[must_use]
            pub fn find_last_set(&self) -> Option<usize> {
                words::find_last_set(self.masks())
            }

            /// Returns the lowest bit that is not set.
            #[doc(alias = "findFirstUnset")]
            #[inline]
            #[must_use]
            pub fn find_first_unset(&self) -> Option<usize> {
                words::find_first_unset(self.masks(), self.bit_length())
            }

            /// Unsets the lowest bit that is set, and returns its index.
            #[doc(alias = "toggleFirstSet")]
            #[inline]
            pub fn toggle_first_set(&mut self) -> Option<usize> {
                let index = self.find_first_set()?;
                self.unset(index);
                Some(index)
            }

            /// Returns the bits that are set if `KIND_SET`, else those that are not; rising if
            /// `DIR_FWD`, else falling.
            #[inline]
            pub fn iterator<const KIND_SET: bool, const DIR_FWD: bool>(
                &self,
            ) -> BitSetIterator<'_, KIND_SET, DIR_FWD> {
                BitSetIterator::new(self.as_words(), self.bit_length())
            }

            /// Returns the bits that are set, rising.
            #[inline]
            pub fn iter_set(&self) -> BitSetIterator<'_, true, true> {
                self.iterator()
            }

            /// Returns the bits that are not set, rising.
            #[inline]
            pub fn iter_unset(&self) -> BitSetIterator<'_, false, true> {
                self.iterator()
            }
        }

        impl $(<$(const $parameter: usize),+>)? Sealed for $set $(<$($parameter),+>)? {}

        impl $(<$(const $parameter: usize),+>)? BitSet for $set $(<$($parameter),+>)? {
            #[inline]
            fn bit_length(&self) -> usize {
                self.bit_length()
            }

            #[inline]
            fn words(&self) -> impl Iterator<Item = usize> {
                self.as_words().iter().copied()
            }
        }

        impl $(<$(const $parameter: usize),+>)? fmt::Debug for $set $(<$($parameter),+>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_set().entries(self.iter_set()).finish()
            }
        }
    };
}
pub(super) use word_set_methods;
