//! Tags with a fixed code: the error names of Zig's standard library and of the runtime, and the
//! errno names.
//!
//! Being here keeps a tag out of the hashed range, where it could clash with another, and lets
//! `Error::name` answer from a constant table. A tag that two crates of a program share and that
//! clashes with a third belongs here.

use super::Error;
use super::code::code_of;

/// Every well-known tag, in byte order.
const LIST: &str = "
    AbortError Aborted AccessDenied AddrInfoFailed AddressFamilyNotSupported AddressInUse
    AddressNotAvailable AddressOutOfRange AlreadyBound AlreadyConnected AlreadyExists
    AlreadyReported AlreadyStarted AlreadyTerminated AntivirusInterference AppDataDirUnavailable
    ArgumentsInvalid AsyncHookFailed AuthenticationFailed AutoInstallFailed Backtrack
    BadBufferSize BadFd BadFileFlags BadHeader BadMagic BadPathName BadPtr BadRequest BadString
    BadToken BadVersion BlobNotFound BlockOversize BlockedByFirewall BlockingOperationInProgress
    BrokenPipe BrotliDecompressionError BrotliFailedToCreateInstance BufferInvalid BufferTooSmall
    BufferUnderrun BuffersNotRegistered BuildFailed BunInstallFailed CacheNotFound Canceled
    Cancelled CannotFindModule CantCompress CertVerificationFailed
    CertificateAuthorityBundleTooBig CertificateExpired CertificateIssuerMismatch
    CertificateIssuerNotFound CertificateNotYetValid ChecksumFailure ChecksumMismatch
    CircularDependency ClientAborted ClosingBraceNotLast CodeGenFailed CodepointTooLarge
    CollectionTooLarge CompletionQueueOvercommitted CompromisedData ConnectTimeout
    ConnectionAborted ConnectionClose ConnectionClosed ConnectionFailed ConnectionFin
    ConnectionPending ConnectionRefused ConnectionReset ConnectionResetByPeer ConnectionTimedOut
    ContentOversize CorruptInput CorruptPasswordFile CorruptedData CouldNotResolve CrcError
    CurrentWorkingDirectoryUnlinked CyclicDependency DNSLookupFailed DanglingSurrogateHalf
    DataCloneError DeadLock DecompressionFailed DependencyLoop DeviceBusy DeviceError
    DictionaryIdFlagUnsupported DirNotEmpty DirNotFound DirectoryNotEmpty DiskQuota DivisionByZero
    DuplicateField DuplicatePackage DuplicateTag E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EADV
    EAFNOSUPPORT EAGAIN EAI_ADDRFAMILY EAI_AGAIN EAI_BADFLAGS EAI_BADHINTS EAI_CANCELED EAI_FAIL
    EAI_FAMILY EAI_MEMORY EAI_NODATA EAI_NONAME EAI_OVERFLOW EAI_PROTOCOL EAI_SERVICE EAI_SOCKTYPE
    EALREADY EAUTH EBADARCH EBADE EBADEXEC EBADF EBADFD EBADMACHO EBADMSG EBADR EBADRPC EBADRQC
    EBADSLT EBFONT EBUSY ECANCELED ECAPMODE ECHARSET ECHILD ECHRNG ECOMM ECONNABORTED ECONNREFUSED
    ECONNRESET EDEADLOCK EDESTADDRREQ EDEVERR EDOM EDOOFUS EDOTDOT EDQUOT EEXIST EFAULT EFBIG
    EFTYPE EHOSTDOWN EHOSTUNREACH EHWPOISON EIDRM EILSEQ EINPROGRESS EINTEGRITY EINTR EINVAL EIO
    EISCONN EISDIR EISNAM EKEYEXPIRED EKEYREJECTED EKEYREVOKED EL2HLT EL2NSYNC EL3HLT EL3RST
    ELIBACC ELIBBAD ELIBEXEC ELIBMAX ELIBSCN ELNRNG ELOOP EMEDIUMTYPE EMFILE EMLINK EMSGSIZE
    EMULTIHOP ENAMETOOLONG ENAVAIL ENEEDAUTH ENETDOWN ENETRESET ENETUNREACH ENFILE ENOANO ENOATTR
    ENOBUFS ENOCSI ENODATA ENODEV ENOENT ENOEXEC ENOKEY ENOLCK ENOLINK ENOMEDIUM ENOMEM ENOMSG
    ENONET ENOPKG ENOPOLICY ENOPROTOOPT ENOSPC ENOSR ENOSTR ENOSYS ENOTBLK ENOTCAPABLE ENOTCONN
    ENOTDIR ENOTEMPTY ENOTNAM ENOTRECOVERABLE ENOTSOCK ENOTSUP ENOTTY ENOTUNIQ ENXIO EOF
    EOPNOTSUPP EOVERFLOW EOWNERDEAD EPERM EPFNOSUPPORT EPIPE EPROCLIM EPROCUNAVAIL EPROGMISMATCH
    EPROGUNAVAIL EPROTO EPROTONOSUPPORT EPROTOTYPE EPWROFF EQFULL ERANGE EREMCHG EREMOTE EREMOTEIO
    ERESTART ERFKILL EROFS ERPCMISMATCH ESHLIBVERS ESHUTDOWN ESOCKTNOSUPPORT ESPIPE ESRCH ESRMNT
    ESTALE ESTRPIPE ETIME ETIMEDOUT ETOOMANYREFS ETXTBSY EUCLEAN EUNATCH EUNKNOWN EUSERS
    EWOULDBLOCK EXDEV EXFULL ElementNotFound EmptyTarball EndOfBuffer EndOfFile EndOfMedia
    EndOfStream EndOfStreamWithNoError EntriesNotInRange EntriesNotPowerOfTwo EntriesZero
    EnvironmentVariableNotFound EvalFailed EventNotFound EventNotSupported ExceededMaxDepth
    ExecNotSupported ExitCodeFailure ExpectedComma ExpectedEndOfFile ExpectedIdentifier
    ExpectedNewline ExpectedSecondSurrogateHalf ExpectedValue ExternalModule ExtractFailed
    FailedToCreateInstance FailedToOpenSocket FastOpenAlreadyInProgress FetchFailed FileBusy
    FileDescriptorAlreadyPresentInSet FileDescriptorInBadState FileDescriptorIncompatibleWithEpoll
    FileDescriptorInvalid FileDescriptorNotASocket FileDescriptorNotRegistered
    FileLocksNotSupported FileNotFound FileSystem FileTooBig FilesAlreadyRegistered FilesEmpty
    FilesNotRegistered FilesOpenedWithWrongFlags FrozenLockfile FunctionNotFound GitCloneFailed
    GitFailed HTTP400 HTTP401 HTTP403 HTTP404 HTTP429 HTTP4xx HTTP5xx HTTPError HTTPForbidden
    HTTPNotFound HTTPProxyFailed HTTPTooManyRedirects HTTPUnauthorized HostLacksNetworkAddresses
    HostUnreachable HttpChunkInvalid HttpChunkTruncated HttpConnectionClosing
    HttpContentEncodingUnsupported HttpError HttpExpectationFailed
    HttpHeaderContinuationsUnsupported HttpHeadersInvalid HttpHeadersOversize
    HttpRedirectLocationInvalid HttpRedirectLocationMissing HttpRedirectLocationOversize
    HttpRequestTruncated HttpTransferEncodingUnsupported IcmpError IdentityElement
    IncompatibleVersion Incomplete InnerCarriageReturn InodeMountFail InputBufferUndersize
    InputOutput InstallFailed InstallationNotFound InsufficientEntropy IntegrityCheckFailed
    InterfaceNotFound Interrupted InvalidAddress InvalidArchiveHeaderMagicNumber
    InvalidArchiveMagicNumber InvalidArgs InvalidArgument InvalidArguments InvalidArrayElement
    InvalidBase InvalidBody InvalidBool InvalidBuffer InvalidByteSequence InvalidChar
    InvalidCharacter InvalidCharacterClass InvalidCharset InvalidCode InvalidCodepoint
    InvalidConfig InvalidContentLength InvalidContentType InvalidDate InvalidDependency
    InvalidDynamicBlockHeader InvalidEncoding InvalidEnd InvalidEnumTag InvalidEscape
    InvalidEscapeSequence InvalidExe InvalidExports InvalidFileDescriptor InvalidFlag
    InvalidFormat InvalidGlob InvalidHTTPResponse InvalidHandle InvalidHeader InvalidHostname
    InvalidIPAddressFormat InvalidImport InvalidInput InvalidIntegralTypeSize InvalidJSON
    InvalidLength InvalidLiteral InvalidLockfile InvalidMacro InvalidMagicByte InvalidMagicNumber
    InvalidMatch InvalidMethod InvalidNPMVersion InvalidName InvalidNumber InvalidOperation
    InvalidOption InvalidPackage InvalidPackageID InvalidPackageJSON InvalidPackageName
    InvalidPadding InvalidParameter InvalidPath InvalidPattern InvalidPort InvalidProcessGroupId
    InvalidProtocolOption InvalidRegExp InvalidResponse InvalidSemver InvalidSignature
    InvalidSourceMap InvalidSourceMapURL InvalidSourcemap InvalidStatusCode InvalidString
    InvalidSurrogate InvalidSurrogatePair InvalidSyscall InvalidSyscallParameters InvalidTarball
    InvalidToken InvalidURL InvalidUserId InvalidUtf16 InvalidUtf8 InvalidValue InvalidVersion
    InvalidWorkspace InvalidWtf8 IpAddressConflict IsDir JSError JSExecutionTerminated
    JSTerminated KeyMismatch KeyNotFound LargeValue LengthMismatch LimitTooBig LinkQuotaExceeded
    LoadError LoadFailed LockViolation Locked LockedMemoryLimitExceeded LockedRegionLimitExceeded
    LockfileNotFound LockfileVersionMismatch MacroFailed MacroLoadError MacroNotFound
    MadviseUnavailable MapTypeOrAttrInvalid MappingAlreadyExists MaxDepthExceeded
    MaximumCallStackExceeded MediaChanged MemoryLeakDetected MemoryMappingNotSupported
    MessageTooBig MessageTooLong MincoreUnavailable MissingArgument MissingArguments
    MissingClosingBrace MissingDebugInfo MissingDynamicLinkingInformation
    MissingEndCertificateMarker MissingField MissingFile MissingFinalNewline MissingKey
    MissingLockfile MissingPackageJSON MissingPrefix MissingURL MissingValue MissingVersion
    ModuleNotFound MultipleChoices NameServerFailure NameTooLong NeedPlatformSpecificBinary
    NegativeDenominator NegativeIntoUnsigned NetworkNotAvailable NetworkNotFound
    NetworkSubsystemFailed NetworkUnreachable NoBufferSelected NoDevice NoEntryPoints NoHandler
    NoMapping NoMatch NoMatchingVersion NoMedia NoModules NoPackageFile NoPackageJSON
    NoPackagesToInstall NoResponse NoSpaceLeft NoStandardHandleAttached NoTestFiles NonResizable
    NotAFile NotAString NotASubPath NotATerminal NotAllowed NotAssociatedWithFileSystem
    NotConnected NotDir NotDynamicLibrary NotEqual NotFound NotImplemented NotInitialized NotLink
    NotModified NotNtPath NotOpenForReading NotOpenForWriting NotReady NotSameFileSystem
    NotStarted NotSupported NotUnique OctalOverflow OldLockfile OperationAborted
    OperationCausesCircularLoop OperationNotSupported OperationTimedOut OutOfBounds OutOfMemory
    OutOfRange OutOfResources OutdatedLockfile OutputBufferUndersize OutputTooLong Overflow
    PackageManifestHTTP400 PackageManifestHTTP401 PackageManifestHTTP402 PackageManifestHTTP403
    PackageManifestHTTP404 PackageManifestHTTP4xx PackageManifestHTTP5xx PackageManifestNotFound
    PackageNotFound ParamsOutsideAccessibleAddressSpace ParseError ParseFailed ParserError
    PasswordVerificationFailed PatchFailed PathAlreadyExists PathNotAbsolute PathNotFound
    PathTooLong PermissionDenied PipeBusy PluginError PointerOverflow PortUnreachable
    PostinstallFailed ProcessAlreadyExec ProcessFdQuotaExceeded ProcessNotFound ProcessOrphaned
    ProcessResources ProcessTerminated ProtocolError ProtocolFailure ProtocolFamilyNotAvailable
    ProtocolNotSupported ProtocolUnreachable RangeNotLocked ReachedMaxEntries
    ReadDirectoryChangesUnsupported ReadFailed ReadFailure ReadOnly ReadOnlyFileSystem
    RedirectRequiresResend RedirectURLInvalid RedirectURLTooLong RegistryError
    RenameAcrossMountPoints RequestBodyNotReusable RequestFailed RequestTooLarge ReservedBitSet
    ReservedBlock ResolveConfParseFailed ResolveFailed ResolveMessage ResourceLimitReached
    ResponseTooLarge RestartRequired RingShuttingDown RingShuttingDownOrAlreadyRegisteringFiles
    ScriptFailed ScriptNotFound SecurityViolation ServerClosed ServerError ServiceUnavailable
    SharingViolation ShellError ShortRead SignalCaught SignalInterrupt SignatureVerificationFailed
    SizeMismatch SizeTooSmall SocketClosed SocketNotBound SocketNotConnected SocketNotListening
    SocketTypeNotSupported SourceMapError SpawnFailed StackOverflow StartFailed
    StderrStreamTooLong StdoutStreamTooLong StreamClosed StreamError StreamTooLong Streaming
    SubmissionQueueEntryInvalid SubmissionQueueFull SwapFile SymLinkLoop SymlinkLoop SyntaxError
    SystemCannotYield SystemFdQuotaExceeded SystemNotAvailable SystemOutdated SystemResources
    TLSError TODO TagNotFound TarballFailed TarballFailedToDownload TarballFailedToExtract
    TarballHTTP400 TarballHTTP401 TarballHTTP402 TarballHTTP403 TarballHTTP404 TarballHTTP4xx
    TarballHTTP5xx TargetTooSmall TemporaryNameServerFailure TerminationException TestFailed
    TftpError ThreadQuotaExceeded Timeout TimeoutTooBig Timeouts TimerUnsupported TooBig TooDeep
    TooLong TooManyArguments TooManyFiles TooManyHttpRedirects TooManyOpenFiles TooManyParentDirs
    TooManyRedirects TooManySymlinks TransformFailed TruncatedFile TruncatedInput
    TunnelNotSupported TypeError UNKNOWN UnableToConnect UnableToCreateSymLink UnableToResolve
    UnalignedMemory UncaughtException Underflow Unexpected UnexpectedCharacter
    UnexpectedConnectFailure UnexpectedElement UnexpectedEnd UnexpectedEndOfFile
    UnexpectedEndOfInput UnexpectedEndOfLiteralStream UnexpectedEndOfStream UnexpectedEof
    UnexpectedExtraField UnexpectedOpCode UnexpectedRedirect UnexpectedRemainder
    UnexpectedRemapFailure UnexpectedRepresentation UnexpectedResponse
    UnexpectedSecondSurrogateHalf UnexpectedSubgroup UnexpectedSyntax UnexpectedToken
    UnhandledException Unimplemented UnknownArchitecture UnknownError UnknownField UnknownHostName
    UnknownHttpMethod UnknownName UnknownOperatingSystem UnknownOption UnknownPackage
    UnknownVariable UnmappedMemory UnmetDependency UnreachableAddress UnrecognizedVolume
    UnrequestedUpgrade UnresolvedDependency UnsafeProgram Unseekable Unsupported
    UnsupportedArchitecture UnsupportedClock UnsupportedCompressionMethod UnsupportedEncoding
    UnsupportedFeature UnsupportedFlags UnsupportedFormat UnsupportedOperatingSystem
    UnsupportedOperation UnsupportedProtocol UnsupportedReparsePointType UnsupportedUriScheme
    UnsupportedVersion UnterminatedString UnzipFailed UpgradeFailed UriHostTooLong UriMissingHost
    UserAborted UserFdQuotaExceeded UserNotFound UserResourceLimitReached
    Utf16InvalidStartCodeUnit Utf8CannotEncodeSurrogateHalf Utf8CodepointTooLarge
    Utf8EncodesSurrogateHalf Utf8ExpectedContinuation Utf8InvalidStartByte Utf8OverlongEncoding
    ValueNameNotFound ValueTooLong VersionMismatch VersionNotFound VersionNotSupported
    VersionTooLong VolumeCorrupted VolumeFull WaitAbandoned WaitTimeOut WatchAlreadyExists
    WatchFailed WebSocketClosed WindowOversize WindowSizeUnknown WorkspaceNotFound WouldBlock
    WouldExceedMaximumResidentSetSize WriteFailed WriteProtected WrongChecksum WrongType
    WrongVersion ZlibError ZstdDecompressionError ZstdFailedToCreateInstance
";

/// `err!` for this crate itself, whose tags are all well known and need no entry by the linker.
macro_rules! known {
    ($tag:ident) => {
        const { $crate::error::Error::well_known(stringify!($tag)) }
    };
}
pub(crate) use known;

impl Error {
    /// Returns the error of a well-known tag; panics, which is to say does not compile, for others.
    pub(crate) const fn well_known(tag: &str) -> Self {
        assert!(position(tag.as_bytes()).is_some(), "not a well-known tag");
        Self(code_of(tag.as_bytes()))
    }
}

const COUNT: usize = count(LIST.as_bytes());

/// The well-known tags by code minus one.
pub(super) static NAMES: [&str; COUNT] = SORTED;

const SORTED: [&str; COUNT] = {
    let names: [&str; COUNT] = split(LIST);
    let mut index = 1;
    while index < COUNT {
        assert!(
            order(names[index - 1].as_bytes(), names[index].as_bytes()) < 0,
            "LIST must be sorted by bytes and free of duplicates"
        );
        index += 1;
    }
    names
};

/// Returns the index of `tag` in [`NAMES`]. O(log n), in constants and at run time.
pub(super) const fn position(tag: &[u8]) -> Option<usize> {
    let mut low = 0;
    let mut high = COUNT;
    while low < high {
        let middle = low + (high - low) / 2;
        match order(SORTED[middle].as_bytes(), tag) {
            0 => return Some(middle),
            1.. => high = middle,
            _ => low = middle + 1,
        }
    }
    None
}

/// Compares two byte strings as `Ord::cmp` does, which constants cannot call.
const fn order(left: &[u8], right: &[u8]) -> isize {
    let mut index = 0;
    while index < left.len() && index < right.len() {
        if left[index] != right[index] {
            return left[index] as isize - right[index] as isize;
        }
        index += 1;
    }
    left.len() as isize - right.len() as isize
}

const fn count(list: &[u8]) -> usize {
    let mut words = 0;
    let mut index = 1;
    while index < list.len() {
        words +=
            (list[index - 1].is_ascii_whitespace() && !list[index].is_ascii_whitespace()) as usize;
        index += 1;
    }
    words
}

const fn split<const N: usize>(list: &'static str) -> [&'static str; N] {
    let mut names = [""; N];
    let mut found = 0;
    let mut rest = list.trim_ascii();
    while found < N {
        let mut end = 0;
        while end < rest.len() && !rest.as_bytes()[end].is_ascii_whitespace() {
            end += 1;
        }
        let (name, tail) = rest.split_at(end);
        names[found] = name;
        found += 1;
        rest = tail.trim_ascii();
    }
    assert!(rest.is_empty());
    names
}
