//! Which Windows a build number is.

/// The first build of each release, by the name that Zig has for it.
const RELEASES: &[(u32, &str)] = &[
    (2600, "xp"),
    (6000, "vista"),
    (7600, "win7"),
    (9200, "win8"),
    (9600, "win8_1"),
    (10240, "win10"),
    (10586, "win10_th2"),
    (14393, "win10_rs1"),
    (15063, "win10_rs2"),
    (16299, "win10_rs3"),
    (17134, "win10_rs4"),
    (17763, "win10_rs5"),
    (18362, "win10_19h1"),
    (18363, "win10_vb"),
    (19041, "win10_mn"),
    (19042, "win10_fe"),
    (19043, "win10_co"),
    (19044, "win10_ni"),
    (19045, "win10_cu"),
    (22000, "win11_zn"),
    (22621, "win11_ga"),
    (22631, "win11_ge"),
    (26100, "win11_dt"),
];

/// The release that a build number belongs to: the last that is not newer.
///
/// # Examples
///
/// ```
/// use bun_sys::windows::runtime_version_of_build;
///
/// assert_eq!(runtime_version_of_build(19045), "win10_cu");
/// assert_eq!(runtime_version_of_build(1), "unknown");
/// ```
#[must_use]
pub fn runtime_version_of_build(build: u32) -> &'static str {
    let known = RELEASES.partition_point(|(first, _)| *first <= build);
    known.checked_sub(1).map_or("unknown", |index| RELEASES[index].1)
}
