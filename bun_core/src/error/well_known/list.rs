//! The words themselves.

/// Every well-known tag, in byte order: what Zig's standard library and the runtime name, what
/// their protocols and libraries report, and the errno names. One too many costs sixteen bytes.
pub(super) const LIST: &str = "
    AKID_ISSUER_SERIAL_MISMATCH AKID_SKID_MISMATCH APPLICATION_VERIFICATION AbortError Aborted
    AbortedBeforeConnecting AbsolutePath AccessDenied AddrInfoFailed AddressFamilyNotSupported
    AddressInUse AddressInvalid AddressNotAvailable AddressOutOfRange AllVersionsTooRecent
    AllocatorRequired AlreadyBound AlreadyClosed AlreadyConnected AlreadyDestroyed AlreadyExists
    AlreadyFormatted AlreadyInstalled AlreadyLinked AlreadyReported AlreadySent AlreadyStarted
    AlreadyTerminated AmbiguousRedirect AnchorRedefined AntivirusInterference AppDataDirUnavailable
    ArgumentsInvalid AssertionFailed AsyncHookFailed AuthFailed AuthenticationFailed
    AutoInstallFailed Backtrack Backtracking BadAlternate BadBufferSize BadFd BadFileFlags
    BadGzipHeader BadHeader BadMagic BadPassword BadPathName BadPtr BadRequest BadState BadString
    BadSubstitution BadToken BadVersion BadZlibHeader BinLinkFailed BinNotFound BindFailed
    BlobNotFound BlockOversize BlockedByFirewall BlockingOperationInProgress BorkedLockfile
    BrokenPipe BrokenSymlink BrotliDecompressionError BrotliFailedToCreateInstance BufferInvalid
    BufferTooSmall BufferUnderrun BuffersNotRegistered BuildFailed BunInstallFailed BunNotFound
    BundleFailed BundledDependencyMissing BunfigNotFound BunxFailed CERT_CHAIN_TOO_LONG
    CERT_HAS_EXPIRED CERT_NOT_YET_VALID CERT_REJECTED CERT_REVOKED CERT_SIGNATURE_FAILURE
    CERT_UNTRUSTED CRL_HAS_EXPIRED CRL_NOT_YET_VALID CRL_PATH_VALIDATION_ERROR
    CRL_SIGNATURE_FAILURE CacheMiss CacheNotFound Canceled Cancelled CannotConvertArgumentTypeToJS
    CannotConvertIdentifierToJS CannotDeleteRootDirectory CannotFindModule CantCompress
    CertVerificationFailed CertificateAuthorityBundleTooBig CertificateBundleLoadFailure
    CertificateExpired CertificateFieldHasInvalidLength CertificateFieldHasWrongDataType
    CertificateHasInvalidBitString CertificateHasUnrecognizedObjectId CertificateHostMismatch
    CertificateIssuerMismatch CertificateIssuerNotFound CertificateNotYetValid
    CertificatePublicKeyInvalid CertificateSignatureAlgorithmMismatch
    CertificateSignatureAlgorithmUnsupported CertificateSignatureInvalid
    CertificateSignatureInvalidLength CertificateSignatureNamedCurveUnsupported
    CertificateSignatureUnsupportedBitCount CertificateTimeInvalid ChecksumFailure ChecksumMismatch
    ChildProcessFailed CircularDependency ClientAborted CloneFailed Closed ClosingBraceNotLast
    CodeGenFailed CodepointTooLarge CollectionTooLarge CommandFailed CommandInterrupted
    CommandNotFound CompileFailed CompletionQueueOvercommitted CompressionFailed
    CompressionUnsupported CompromisedData ConfigNotFound ConnectTimeout ConnectionAborted
    ConnectionClose ConnectionClosed ConnectionFailed ConnectionFin ConnectionNotOpen
    ConnectionPending ConnectionRefused ConnectionReset ConnectionResetByPeer ConnectionTimedOut
    ConnectionTimeout ContentOversize ControlFrameIsFragmented CopyFailed CorruptInput
    CorruptLockfile CorruptManifest CorruptPasswordFile CorruptedData CouldNotResolve CrcError
    CreateFailed CrossDevice CurrentWorkingDirectoryUnlinked CyclicDependency
    DEPTH_ZERO_SELF_SIGNED_CERT DIFFERENT_CRL_SCOPE DNSError DNSLookupFailed DNS_ENOTFOUND
    DanglingSurrogateHalf DataCloneError DeadLock DebuggerDisconnected DecompressFailed
    DecompressionFailed DeflateFailed DependencyChanged DependencyLoop DependencyNameTooLong
    DependencyNotFound DevServerFailed DeviceBusy DeviceError DictionaryIdFlagUnsupported
    DirNotEmpty DirNotFound DirectoryExists DirectoryNotEmpty DirectoryNotFound DiskQuota
    DistTagNotFound DivisionByZero DownloadFailed DuplicateEntryPoint DuplicateField DuplicateKey
    DuplicatePackage DuplicateRoute DuplicateTag DuplicateWorkspace DuplicateWorkspaceName E2BIG
    EACCES EADDRGETNETWORKPARAMS EADDRINUSE EADDRNOTAVAIL EADV EAFNOSUPPORT EAGAIN EAI_ADDRFAMILY
    EAI_AGAIN EAI_BADEXTFLAGS EAI_BADFLAGS EAI_BADHINTS EAI_CANCELED EAI_FAIL EAI_FAMILY EAI_MEMORY
    EAI_NODATA EAI_NONAME EAI_OVERFLOW EAI_PROTOCOL EAI_SERVICE EAI_SOCKTYPE EALREADY EAUTH
    EBADARCH EBADE EBADEXEC EBADF EBADFAMILY EBADFD EBADFLAGS EBADHINTS EBADMACHO EBADMSG EBADNAME
    EBADQUERY EBADR EBADRESP EBADRPC EBADRQC EBADSLT EBADSTR EBFONT EBUSY ECANCELED ECANCELLED
    ECAPMODE ECHARSET ECHILD ECHRNG ECOMM ECONNABORTED ECONNREFUSED ECONNRESET EDEADLOCK
    EDESTADDRREQ EDESTRUCTION EDEVERR EDOM EDOOFUS EDOTDOT EDQUOT EEXIST EFAULT EFBIG EFILE
    EFORMERR EFTYPE EHOSTDOWN EHOSTUNREACH EHWPOISON EIDRM EILSEQ EINPROGRESS EINTEGRITY EINTR
    EINVAL EIO EISCONN EISDIR EISNAM EKEYEXPIRED EKEYREJECTED EKEYREVOKED EL2HLT EL2NSYNC EL3HLT
    EL3RST ELIBACC ELIBBAD ELIBEXEC ELIBMAX ELIBSCN ELNRNG ELOADIPHLPAPI ELOOP EMAIL_MISMATCH
    EMEDIUMTYPE EMFILE EMLINK EMSGSIZE EMULTIHOP ENAMETOOLONG ENAVAIL ENEEDAUTH ENETDOWN ENETRESET
    ENETUNREACH ENFILE ENOANO ENOATTR ENOBUFS ENOCSI ENODATA ENODEV ENOENT ENOEXEC ENOKEY ENOLCK
    ENOLINK ENOMEDIUM ENOMEM ENOMSG ENONAME ENONET ENOPKG ENOPOLICY ENOPROTOOPT ENOSPC ENOSR ENOSTR
    ENOSYS ENOTBLK ENOTCAPABLE ENOTCONN ENOTDIR ENOTEMPTY ENOTFOUND ENOTIMP ENOTINITIALIZED ENOTNAM
    ENOTRECOVERABLE ENOTSOCK ENOTSUP ENOTTY ENOTUNIQ ENXIO EOF EOPNOTSUPP EOVERFLOW EOWNERDEAD
    EPERM EPFNOSUPPORT EPIPE EPROCLIM EPROCUNAVAIL EPROGMISMATCH EPROGUNAVAIL EPROTO
    EPROTONOSUPPORT EPROTOTYPE EPWROFF EQFULL ERANGE EREFUSED EREMCHG EREMOTE EREMOTEIO ERESTART
    ERFKILL EROFS ERPCMISMATCH ERROR_IN_CERT_NOT_AFTER_FIELD ERROR_IN_CERT_NOT_BEFORE_FIELD
    ERROR_IN_CRL_LAST_UPDATE_FIELD ERROR_IN_CRL_NEXT_UPDATE_FIELD ERR_TLS_CERT_ALTNAME_INVALID
    ESERVFAIL ESHLIBVERS ESHUTDOWN ESOCKTNOSUPPORT ESPIPE ESRCH ESRMNT ESTALE ESTRPIPE ETIME
    ETIMEDOUT ETOOMANYREFS ETXTBSY EUCLEAN EUNATCH EUNKNOWN EUSERS EWOULDBLOCK EXCLUDED_VIOLATION
    EXDEV EXFULL ElementNotFound ElfHashTableNotFound ElfStringSectionNotFound
    ElfSymSectionNotFound EmptyPath EmptyTarball EndOfBuffer EndOfFile EndOfMedia EndOfStream
    EndOfStreamWithNoError EntriesNotInRange EntriesNotPowerOfTwo EntriesZero EntryPointNotFound
    EnvironmentVariableNotFound EvalFailed EvenModulus EventNotFound EventNotSupported
    EventRequiresUnsupportedCpuFeature ExceededMaxDepth ExecNotSupported ExecutableNotFound
    ExitCodeFailure ExpectContinue Expected ExpectedClosingBrace ExpectedClosingBracket
    ExpectedColon ExpectedComma ExpectedControlFrame ExpectedDigit ExpectedEndOfFile ExpectedError
    ExpectedIdentifier ExpectedNewline ExpectedRequest ExpectedSecondSurrogateHalf
    ExpectedStatement ExpectedValue ExportsNotFound ExternalModule ExtractFailed ExtractionFailed
    FSEventsFailed FailedTest FailedToAddServerName FailedToCopyFile FailedToCreateInstance
    FailedToCreateTempDir FailedToEncryptPassword FailedToExtract FailedToInitPresign
    FailedToLinkPackage FailedToLoad FailedToMakeSnapshotDirectory FailedToOpen
    FailedToOpenSnapshotFile FailedToOpenSocket FailedToParse FailedToParseSnapshotFile
    FailedToSave FailedToSymlink FailedToWrite FailedToWriteSnapshotFile FastOpenAlreadyInProgress
    FeatureNotSupported FetchFailed FieldInAttrNeedsZeroing FileBusy
    FileDescriptorAlreadyPresentInSet FileDescriptorInBadState FileDescriptorIncompatibleWithEpoll
    FileDescriptorInvalid FileDescriptorMismatch FileDescriptorNotASocket
    FileDescriptorNotRegistered FileExists FileIsDirectory FileLocksNotSupported FileNotExecutable
    FileNotFound FileOutsideRoot FileSystem FileTooBig FileTooLarge FilesAlreadyRegistered
    FilesEmpty FilesNotRegistered FilesOpenedWithWrongFlags FragmentedControlFrame
    FrameworkNotFound FrozenLockfile FunctionNotFound GitCheckoutFailed GitCloneFailed
    GitCommitNotFound GitFailed GitHubNotFound GitHubRateLimited GitHubUnauthorized
    GitRepositoryNotFound GithubIsDown GlobalThisThrown HOSTNAME_MISMATCH HTTP2CompressionError
    HTTP2FlowControlError HTTP2FrameSizeError HTTP2GoAway HTTP2ProtocolError HTTP2RefusedStream
    HTTP2StreamReset HTTP3ProtocolError HTTP3StreamReset HTTP3Unsupported HTTP400 HTTP401 HTTP403
    HTTP404 HTTP429 HTTP4xx HTTP500 HTTP502 HTTP503 HTTP504 HTTP5xx HTTPError HTTPForbidden
    HTTPNotFound HTTPProxyFailed HTTPTooManyRedirects HTTPUnauthorized HashMismatch HoistingFailed
    HostLacksNetworkAddresses HostUnreachable HotReloadFailed Http2ProtocolError HttpChunkInvalid
    HttpChunkTruncated HttpConnectionClosing HttpConnectionHeaderUnsupported
    HttpContentEncodingUnsupported HttpError HttpExpectationFailed
    HttpHeaderContinuationsUnsupported HttpHeadersInvalid HttpHeadersOversize
    HttpRedirectLocationInvalid HttpRedirectLocationMissing HttpRedirectLocationOversize
    HttpRequestTruncated HttpTransferEncodingUnsupported HuffmanTreeIncomplete INVALID_CA
    INVALID_CALL INVALID_EXTENSION INVALID_NON_CA INVALID_POLICY_EXTENSION INVALID_PURPOSE
    IP_ADDRESS_MISMATCH IcmpError IdentityElement IdleTimeout IncompatibleRegisterSize
    IncompatibleVersion Incomplete IncompleteExpressionContext IncompleteHuffmanTree InflateFailed
    Init InnerCarriageReturn InodeMountFail InotifyLimitReached InputBufferUndersize InputOutput
    InspectorFailed InspectorUnavailable InstallCacheMissing InstallFailed InstallationNotFound
    InsufficientEntropy IntegrityCheckFailed IntegrityError IntegrityMismatch InterfaceNotFound
    Interrupted InvalidAddrSize InvalidAddress InvalidAlgorithm InvalidAlias InvalidAnchor
    InvalidArchiveHeaderMagicNumber InvalidArchiveMagicNumber InvalidArg0 InvalidArgs
    InvalidArgument InvalidArguments InvalidArgv InvalidArray InvalidArrayElement InvalidAttribute
    InvalidAuthSwitchRequest InvalidBackendKeyData InvalidBase InvalidBatchScriptArg
    InvalidBigNumber InvalidBin InvalidBinaryData InvalidBinaryValue InvalidBitStream
    InvalidBitString InvalidBlob InvalidBlobError InvalidBlockHeader InvalidBlockIndex
    InvalidBlockType InvalidBody InvalidBool InvalidBoolean InvalidBreakpoint InvalidBucket
    InvalidBuffer InvalidBuildIdStyle InvalidBulkString InvalidBunFig InvalidBunfig
    InvalidByteSequence InvalidByteSequenceForEncoding InvalidCA InvalidCAFile InvalidCFA
    InvalidCFAOpcode InvalidCFARule InvalidCSS InvalidCache InvalidCatalogObject
    InvalidCatalogsObject InvalidCert InvalidCertificate InvalidChannel InvalidChar
    InvalidCharacter InvalidCharacterClass InvalidCharset InvalidCiphers InvalidCloseCode
    InvalidCode InvalidCodeUnit InvalidCodepoint InvalidColor InvalidCommand InvalidComparator
    InvalidConfig InvalidConfigFile InvalidConnection InvalidContentLength InvalidContentRange
    InvalidContentType InvalidCookie InvalidCookieName InvalidCookieValue InvalidDate
    InvalidDebugDirectory InvalidDebugInfo InvalidDefaultCatalog InvalidDefine InvalidDependency
    InvalidDependencyVersion InvalidDigest InvalidDirective InvalidDnsAAAARecord InvalidDnsARecord
    InvalidDnsPacket InvalidDocument InvalidDomain InvalidDouble InvalidDropList
    InvalidDynamicBlockHeader InvalidEOFPacket InvalidElfClass InvalidElfEndian InvalidElfMagic
    InvalidElfVersion InvalidEncodedInteger InvalidEncodedLength InvalidEncoding InvalidEnd
    InvalidEndpoint InvalidEntryPoint InvalidEnumTag InvalidEnvironment InvalidErrorPacket
    InvalidErrorString InvalidEscape InvalidEscapeSequence InvalidExe InvalidExecutable
    InvalidExitCode InvalidExports InvalidExpression InvalidExpressionAddress
    InvalidExpressionValue InvalidExternal InvalidFd InvalidFileDescriptor InvalidFileHandle
    InvalidFileType InvalidFlag InvalidFolder InvalidFormData InvalidFormat InvalidFrame
    InvalidFrameBase InvalidFramework InvalidGlob InvalidHTML InvalidHTTPResponse InvalidHandle
    InvalidHash InvalidHeader InvalidHexEscape InvalidHostname InvalidIP InvalidIPAddressFormat
    InvalidIdentifier InvalidImage InvalidImport InvalidIndentation InvalidInput InvalidInteger
    InvalidIntegralTypeSize InvalidIntegrity InvalidIpv4Mapping InvalidJSON InvalidJSX InvalidKey
    InvalidLanguage InvalidLatin1 InvalidLength InvalidLineColumnTable InvalidLiteral InvalidLoader
    InvalidLocalInfileRequest InvalidLockfile InvalidLockfileVersion InvalidMachine InvalidMacro
    InvalidMacroArgument InvalidMagicByte InvalidMagicNumber InvalidManifest InvalidMap InvalidMask
    InvalidMatch InvalidMediaQuery InvalidMessage InvalidMessageLength InvalidMethod InvalidMode
    InvalidModuleSpecifier InvalidMultipart InvalidNPMVersion InvalidName InvalidNamedCatalogs
    InvalidNull InvalidNumber InvalidOKPacket InvalidOpcode InvalidOperand InvalidOperation
    InvalidOption InvalidOrigin InvalidOutdir InvalidOverridesObject InvalidPEHeader InvalidPEM
    InvalidPEMagic InvalidPackage InvalidPackageID InvalidPackageInfo InvalidPackageJSON
    InvalidPackageKey InvalidPackageName InvalidPackageResolution InvalidPackageTarget
    InvalidPackagesArray InvalidPackagesObject InvalidPackagesProp InvalidPackagesTree
    InvalidPadding InvalidParameter InvalidPassphrase InvalidPatchedDependencies
    InvalidPatchedDependency InvalidPath InvalidPattern InvalidPeerDependency
    InvalidPercentEncoding InvalidPort InvalidPrepareOKPacket InvalidPrerelease
    InvalidProcessGroupId InvalidProgram InvalidProtocolOption InvalidProxy InvalidProxyURL
    InvalidPublicKey InvalidPublicPath InvalidPublishTag InvalidPunycode InvalidPush
    InvalidQueryBinding InvalidRange InvalidRedirect InvalidRedirectURL InvalidReferrer
    InvalidRegExp InvalidRegister InvalidRegistry InvalidResolution InvalidResponse
    InvalidResponseType InvalidResultRow InvalidRootPackage InvalidRounds InvalidRoute
    InvalidRoutePattern InvalidSVG InvalidSalt InvalidScope InvalidSecurityScanner InvalidSelector
    InvalidSemver InvalidSemverVersion InvalidServerKey InvalidServerSignature InvalidSessionToken
    InvalidSet InvalidShebang InvalidSignal InvalidSignature InvalidSignatureLength
    InvalidSimpleString InvalidSocket InvalidSourceMap InvalidSourceMapURL InvalidSourcemap
    InvalidState InvalidStatement InvalidStatusCode InvalidStream InvalidStreamDirectory
    InvalidString InvalidStrtabSize InvalidSubExpression InvalidSurrogate InvalidSurrogatePair
    InvalidSymlink InvalidSyscall InvalidSyscallParameters InvalidTSConfig InvalidTag
    InvalidTarball InvalidTarballPath InvalidTarballURL InvalidTarget InvalidThis InvalidThisBuffer
    InvalidThisValue InvalidTimeFormat InvalidToken InvalidTransaction InvalidTransferEncoding
    InvalidTrustedDependenciesSet InvalidTsconfig InvalidTypeLength InvalidURL InvalidURLSpec
    InvalidUnicodeEscape InvalidUnit InvalidUnixSocketPath InvalidUnwindInfo
    InvalidUnwindRegisterNumber InvalidUserId InvalidUtf16 InvalidUtf8 InvalidUtf8Frame
    InvalidValue InvalidVerbatimString InvalidVersion InvalidVersionString InvalidWTF8
    InvalidWatchPath InvalidWorkspace InvalidWorkspaceObject InvalidWorkspacePath
    InvalidWorkspaceVersion InvalidWtf8 InvariantViolated IpAddressConflict IsDir IsDirectory
    IterativeHashDidNotMatchDirect IterativeHashWasNotIdempotent JSError JSException
    JSExceptionThrown JSExecutionTerminated JSTerminated KEYUSAGE_NO_CERTSIGN KEYUSAGE_NO_CRL_SIGN
    KEYUSAGE_NO_DIGITAL_SIGNATURE KeyMismatch KeyNotFound LargeValue LeadingZero LengthMismatch Lex
    LexerFailed LibdeflateFailed LifecycleScriptFailed LifetimeTimeout LimitTooBig LinkFailed
    LinkQuotaExceeded ListenFailed LoadCAFile LoadError LoadFailed LocalInfileNotSupported
    LockViolation Locked LockedMemoryLimitExceeded LockedRegionLimitExceeded LockfileChanged
    LockfileIsFrozen LockfileNotFound LockfileSaveFailed LockfileVersionMismatch MacroError
    MacroFailed MacroLoadError MacroLoadFailed MacroNotFound MadviseUnavailable MakeDirFailed
    MalformedAccuracyLog MalformedBlock MalformedCompressedBlock MalformedFrame MalformedFseBits
    MalformedFseTable MalformedHTTPResponse MalformedHuffmanTree MalformedLiteralsHeader
    MalformedLiteralsLength MalformedLiteralsSection MalformedSequence Malformed_HTTP_Response
    ManifestNotFound MapTypeOrAttrInvalid MappingAlreadyExists MarkAlreadyExists MaxDepthExceeded
    MaxPathExceeded MaximumCallStackExceeded MediaChanged MemoryLeakDetected
    MemoryMappingNotSupported MessageTooBig MessageTooLong MigrationFailed MincoreUnavailable
    MissingArgument MissingArguments MissingAuthData MissingBin MissingBoundary MissingBucket
    MissingCIE MissingCertFile MissingClosingBrace MissingCoffSection MissingCredentials
    MissingDebugInfo MissingDependencies MissingDependencyVersion MissingDynamicLinkingInformation
    MissingEhFrame MissingEndCertificateMarker MissingEndOfBlockCode MissingEntryPoint
    MissingExecutable MissingFDE MissingField MissingFile MissingFinalNewline MissingIntegrity
    MissingKey MissingKeyFile MissingLockfile MissingManifest MissingMaskBit MissingName
    MissingOutdir MissingPEHeader MissingPackage MissingPackageJSON MissingPackageName
    MissingPackageVersion MissingPrefix MissingProperty MissingRegistry MissingResolved
    MissingRoutesDir MissingStartBit MissingStringTable MissingTag MissingTarball MissingToken
    MissingURL MissingUnwindInfo MissingValue MissingVersion MissingWorkspace MissingWorkspaces
    ModuleNotFound ModuleNotFoundMissingExtension ModulusTooSmall MoveFailed
    MultidimensionalArrayNotSupportedYet MultipleAnchors MultipleChoices MultipleDocuments
    MultipleTags MultipleYamlDirectives NAME_CONSTRAINTS_WITHOUT_SANS NO_EXPLICIT_POLICY
    NPMLockfileVersionMismatch NameServerFailure NameTooLong NeedAuth NeedPlatformSpecificBinary
    NeedTwoFactorAuth NegativeDenominator NegativeIntoUnsigned NetworkNotAvailable NetworkNotFound
    NetworkSubsystemFailed NetworkUnreachable NoBufferSelected NoDebugInfo NoDevice NoEntryPoints
    NoExpressionValue NoGlobalDirectory NoHandler NoInstallDirectory NoLockfile NoMapping NoMatch
    NoMatchingTag NoMatchingVersion NoMedia NoMemory NoModuleFound NoModules NoOutputFiles
    NoPackageFile NoPackageJSON NoPackagesToInstall NoResponse NoRoutes NoSpaceLeft
    NoStandardHandleAttached NoSuchScript NoSymlink NoTestFiles NoUnwindInfo NodeModulesNotFound
    NodeNotFound NonCanonical NonNativeIndirection NonResizable NondeterministicMemoryUsage
    NoopTask NotADirectory NotAFile NotAFunction NotAPgrpMember NotAString NotASubPath NotASymlink
    NotATerminal NotAllPackagesGotResolved NotAllowed NotAssociatedWithFileSystem NotAuthenticated
    NotConnected NotConstructor NotDir NotDynamicLibrary NotElfFile NotEqual NotExecutable NotFound
    NotImplemented NotInitialized NotInstalled NotLink NotListening NotModified NotNtPath NotOpen
    NotOpenForReading NotOpenForWriting NotReadable NotReady NotSameFileSystem NotSquare NotStarted
    NotSupported NotSupportedInBrowser NotSupportedOnWindows NotSupportedYet NotUnique NotWatching
    NotWritable NotYetImplemented NullExponent NullsInArrayNotSupportedYet OUT_OF_MEM OctalEscape
    OctalOverflow OldLockfile OpcodeNotSupported OpenFailed OperationAborted
    OperationCausesCircularLoop OperationNotSupported OperationTimedOut OutOfBounds OutOfMemory
    OutOfRange OutOfResources OutdatedLockfile OutputBufferUndersize OutputFileExists OutputTooLong
    Overflow OverlargeFooter OversubscribedHuffmanTree PATH_LENGTH_EXCEEDED PATH_LOOP PBKDFD2
    PERMITTED_VIOLATION PackFailed PackInvalid PackageExists PackageFailedToExtract
    PackageFailedToInstall PackageFailedToResolve PackageImportNotDefined PackageInvalid
    PackageManifestHTTP400 PackageManifestHTTP401 PackageManifestHTTP402 PackageManifestHTTP403
    PackageManifestHTTP404 PackageManifestHTTP4xx PackageManifestHTTP5xx PackageManifestNotFound
    PackageMissingName PackageMissingVersion PackageNotFound PackagePathNotExported
    ParamsOutsideAccessibleAddressSpace Parse ParseError ParseErrorAlreadyLogged ParseFailed
    ParseZon ParserError ParserStackOverflow PartialResponse PasswordHashFailed PasswordRequired
    PasswordVerificationFailed PatchFailed PatchFileMissing PatchHunkFailed PatchInvalid
    PatchNotFound PathAlreadyExists PathContainsNull PathIsEmpty PathNotAbsolute PathNotFound
    PathOutsideRoot PathTooLong PaxInvalidAttributeEnd PaxNullInKeyword PaxNullInValue
    PaxSizeAttrOverflow PeerDependencyMissing PermissionDenied PipeBusy PluginError
    PnpmLockfileMissingDependencies PnpmLockfileMissingImporterPackages
    PnpmLockfileMissingResolution PnpmLockfileMissingRootPackage PnpmLockfileNotObject
    PnpmLockfileTooOld PnpmLockfileUnresolvableDependency PnpmLockfileVersionInvalid
    PnpmLockfileVersionUnsupported PointerBaseNotSpecified PointerOverflow PoolClosed PoolExhausted
    PortInUse PortUnreachable PostinstallFailed PrinterError PrivatePackage Process
    ProcessAlreadyExec ProcessExited ProcessFdQuotaExceeded ProcessNotFound ProcessOrphaned
    ProcessResources ProcessSignaled ProcessTerminated ProcessTimedOut PropertyNotFound
    ProtocolError ProtocolFailure ProtocolFamilyNotAvailable ProtocolNotSupported
    ProtocolUnreachable ProxyAuthenticationRequired ProxyConnectFailed ProxyTunnelFailed
    PublishFailed QueryCancelled QueryFailed QueueEmpty QueueFull RangeNotLocked ReachedMaxEntries
    ReadDirectoryChangesUnsupported ReadError ReadFailed ReadFailure ReadOnly ReadOnlyFileSystem
    Redirect RedirectRequiresResend RedirectURLInvalid RedirectURLTooLong RegisterContextRequired
    RegisterSizeMismatch RegistryError RelativePath RenameAcrossMountPoints RenameFailed
    RepeatModeFirst RepositoryNotFound RequestBodyNotReusable RequestFailed RequestHeadersTooLarge
    RequestTooLarge RequiresDWARFUnwind ReservedBitSet ReservedBlock Resolve ResolveConfParseFailed
    ResolveError ResolveFailed ResolveMessage ResourceLimitReached ResponseHeadersTooLarge
    ResponseTooLarge RestartRequired RestrictedAccess RingShuttingDown
    RingShuttingDownOrAlreadyRegisteringFiles RouteNotFound S3Error SASL_SIGNATURE_INVALID_BASE64
    SASL_SIGNATURE_MISMATCH SELF_SIGNED_CERT_IN_CHAIN SQLError SQLiteError STORE_LOOKUP
    SUBJECT_ISSUER_MISMATCH SUBTREE_MINMAX SUITE_B_CANNOT_SIGN_P_384_WITH_P_256
    SUITE_B_INVALID_ALGORITHM SUITE_B_INVALID_CURVE SUITE_B_INVALID_SIGNATURE_ALGORITHM
    SUITE_B_INVALID_VERSION SUITE_B_LOS_NOT_ALLOWED SampleMaxStackOverflow SampleStackNotSupported
    SaveFailed ScriptFailed ScriptNotFound SecurityAdvisoryFound SecurityScannerFailed
    SecurityScannerNotFound SecurityViolation SequenceBufferUndersize ServerClosed ServerError
    ServiceUnavailable SharingViolation ShellError ShortRead ShouldNotHappen SignError SignalCaught
    SignalInterrupt SignatureVerificationFailed SizeMismatch SizeTooSmall
    SnapshotCreationNotAllowedInCI SnapshotFailed SnapshotInConcurrentGroup SnapshotMismatch
    SocketClosed SocketError SocketNotBound SocketNotConnected SocketNotListening SocketShutdown
    SocketTimeout SocketTypeNotSupported SourceMapError Spawn SpawnFailed SpawnSyncFailed
    SqrtOfNegativeNumber StackOverflow StaleManifest StartFailed StatFailed StderrStreamTooLong
    StdoutStreamTooLong StreamCancelled StreamClosed StreamError StreamErrored StreamLocked
    StreamTooLong Streaming SubmissionQueueEntryInvalid SubmissionQueueFull
    SwallowedOutOfMemoryError SwapFile SymLinkLoop SymlinkFailed SymlinkLoop SyntaxError
    SyntaxErrorInSnapshot SyntaxErrors SystemCannotYield SystemFdQuotaExceeded SystemNotAvailable
    SystemOutdated SystemResources TLSConfigInvalid TLSError TLSHandshakeFailed TLSNotAvailable
    TLSProtocolError TLSUpgradeFailed TODO TagNotFound TagRequired
    TarComponentsOutsideStrippedPrefix TarHeader TarHeaderChksum TarHeadersTooBig
    TarInsufficientBuffer TarNumericValueNegative TarNumericValueTooBig TarUnsupportedHeader
    TarballFailed TarballFailedToDownload TarballFailedToExtract TarballHTTP400 TarballHTTP401
    TarballHTTP402 TarballHTTP403 TarballHTTP404 TarballHTTP4xx TarballHTTP5xx
    TarballIntegrityMismatch TarballTooLarge TargetTooSmall TaskCanceled TaskFailed TempDirNotFound
    TempFileFailed TemplateInvalid TemplateNotFound TemporaryNameServerFailure Terminated
    TerminationException TestExpectedApproxEqAbs TestExpectedApproxEqRel TestExpectedEndsWith
    TestExpectedEqual TestExpectedError TestExpectedStartsWith TestFailed TestFailedExpectation
    TestNotFound TestTimeout TestUnexpectedError TestUnexpectedResult TftpError
    ThreadContextNotSupported ThreadQuotaExceeded ThreadSpawnFailed Thrown ThrownException Timeout
    TimeoutTooBig Timeouts TimerUnsupported TlsAlert TlsAlertAccessDenied TlsAlertBadCertificate
    TlsAlertBadCertificateStatusResponse TlsAlertBadRecordMac TlsAlertCertificateExpired
    TlsAlertCertificateRequired TlsAlertCertificateRevoked TlsAlertCertificateUnknown
    TlsAlertDecodeError TlsAlertDecryptError TlsAlertHandshakeFailure TlsAlertIllegalParameter
    TlsAlertInappropriateFallback TlsAlertInsufficientSecurity TlsAlertInternalError
    TlsAlertMissingExtension TlsAlertNoApplicationProtocol TlsAlertProtocolVersion
    TlsAlertRecordOverflow TlsAlertUnexpectedMessage TlsAlertUnknown TlsAlertUnknownCa
    TlsAlertUnknownPskIdentity TlsAlertUnrecognizedName TlsAlertUnsupportedCertificate
    TlsAlertUnsupportedExtension TlsBadLength TlsBadRecordMac TlsBadRsaSignatureBitCount
    TlsBadSignatureScheme TlsCertificateNotVerified TlsConnectionTruncated TlsDecodeError
    TlsDecryptError TlsDecryptFailure TlsIllegalParameter TlsInitializationFailed TlsRecordOverflow
    TlsSequenceOverflow TlsUnexpectedMessage TooBig TooDeep TooLarge TooLong TooManyArguments
    TooManyBreakpoints TooManyFiles TooManyHttpRedirects TooManyOpenFiles TooManyParentDirs
    TooManyRedirects TooManySignals TooManySymlinks TooRecentVersion TrailingData TransformFailed
    TranspileFailed TreelessLiteralsFirst TruncatedFile TruncatedInput TruncatedIntegralType
    TunnelNotSupported TypeError UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY
    UNABLE_TO_DECRYPT_CERT_SIGNATURE UNABLE_TO_DECRYPT_CRL_SIGNATURE UNABLE_TO_GET_CRL
    UNABLE_TO_GET_CRL_ISSUER UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY
    UNABLE_TO_VERIFY_LEAF_SIGNATURE UNHANDLED_CRITICAL_CRL_EXTENSION UNHANDLED_CRITICAL_EXTENSION
    UNKNOWN UNKNOWN_AUTHENTICATION_METHOD UNKNOWN_CERTIFICATE_VERIFICATION_ERROR UNNESTED_RESOURCE
    UNSUPPORTED_AUTHENTICATION_METHOD UNSUPPORTED_CONSTRAINT_SYNTAX UNSUPPORTED_CONSTRAINT_TYPE
    UNSUPPORTED_EXTENSION_FEATURE UNSUPPORTED_NAME_SYNTAX UV_E2BIG UV_EACCES UV_EADDRINUSE
    UV_EADDRNOTAVAIL UV_EAFNOSUPPORT UV_EAGAIN UV_EAI_ADDRFAMILY UV_EAI_AGAIN UV_EAI_BADFLAGS
    UV_EAI_BADHINTS UV_EAI_CANCELED UV_EAI_FAIL UV_EAI_FAMILY UV_EAI_MEMORY UV_EAI_NODATA
    UV_EAI_NONAME UV_EAI_OVERFLOW UV_EAI_PROTOCOL UV_EAI_SERVICE UV_EAI_SOCKTYPE UV_EALREADY
    UV_EBADF UV_EBUSY UV_ECANCELED UV_ECHARSET UV_ECONNABORTED UV_ECONNREFUSED UV_ECONNRESET
    UV_EDESTADDRREQ UV_EEXIST UV_EFAULT UV_EFBIG UV_EFTYPE UV_EHOSTDOWN UV_EHOSTUNREACH UV_EILSEQ
    UV_EINTR UV_EINVAL UV_EIO UV_EISCONN UV_EISDIR UV_ELOOP UV_EMFILE UV_EMLINK UV_EMSGSIZE
    UV_ENAMETOOLONG UV_ENETDOWN UV_ENETUNREACH UV_ENFILE UV_ENOBUFS UV_ENODATA UV_ENODEV UV_ENOENT
    UV_ENOMEM UV_ENONET UV_ENOPROTOOPT UV_ENOSPC UV_ENOSYS UV_ENOTCONN UV_ENOTDIR UV_ENOTEMPTY
    UV_ENOTSOCK UV_ENOTSUP UV_ENOTTY UV_ENXIO UV_EOF UV_EOVERFLOW UV_EPERM UV_EPIPE UV_EPROTO
    UV_EPROTONOSUPPORT UV_EPROTOTYPE UV_ERANGE UV_EREMOTEIO UV_EROFS UV_ESHUTDOWN
    UV_ESOCKTNOSUPPORT UV_ESPIPE UV_ESRCH UV_ETIMEDOUT UV_ETXTBSY UV_EUNATCH UV_EXDEV UV_UNKNOWN
    UnableToConnect UnableToCreateSymLink UnableToResolve UnalignedMemory UnauthorizedPackage
    UncaughtException UnclosedQuote UndefinedAlias Underflow Unexpected UnexpectedCharacter
    UnexpectedConnectFailure UnexpectedData UnexpectedEOF UnexpectedElement UnexpectedEnd
    UnexpectedEndOfFile UnexpectedEndOfInput UnexpectedEndOfLiteralStream UnexpectedEndOfStream
    UnexpectedEof UnexpectedExtraField UnexpectedMaskFromServer UnexpectedMessage
    UnexpectedMigration UnexpectedOpCode UnexpectedOpcode UnexpectedPacket UnexpectedRedirect
    UnexpectedRemainder UnexpectedRemapFailure UnexpectedRepresentation UnexpectedResolution
    UnexpectedResponse UnexpectedSecondSurrogateHalf UnexpectedStatusCode UnexpectedSubgroup
    UnexpectedSyntax UnexpectedToken UnhandledBigDirectoryStream UnhandledException
    UnhandledRejection Unimplemented UnimplementedArch UnimplementedDwarfForeignEndian
    UnimplementedExpressionCall UnimplementedOpcode UnimplementedOs UnimplementedRegisterRule
    UnimplementedTypeConversion UnimplementedTypedComparison UnimplementedUnwindEncoding
    UnimplementedUserOpcode UnixSocketPathTooLong UnknownAlgorithm UnknownArchitecture
    UnknownBuiltin UnknownCpuFeature UnknownCpuModel UnknownDirective UnknownError
    UnknownExpressionOpcode UnknownField UnknownFormatCode UnknownHostName UnknownHttpMethod
    UnknownLoader UnknownName UnknownObjectFormat UnknownOid UnknownOperatingSystem UnknownOption
    UnknownPDBVersion UnknownPackage UnknownSignal UnknownTotalSystemMemory UnknownVariable
    UnlinkFailed UnmappedMemory UnmatchedBrace UnmatchedQuote UnmatchingPDB UnmetDependency
    Unreachable UnreachableAddress UnreachableTest UnrecognizedVolume UnrecoverableInvalidExe
    UnrequestedUpgrade UnresolvablePackage UnresolvableVersion UnresolvedAlias UnresolvedDependency
    UnresolvedImport UnresolvedTag UnsafeProgram Unseekable Unsupported UnsupportedAddrSize
    UnsupportedAlgorithm UnsupportedArchitecture UnsupportedArrayFormat UnsupportedAuthPlugin
    UnsupportedByteaFormat UnsupportedCertificateVersion UnsupportedClock UnsupportedColumnType
    UnsupportedCompressionMethod UnsupportedContentEncoding UnsupportedCpuArchitecture
    UnsupportedDirectoryImport UnsupportedDwarfSection UnsupportedDwarfVersion UnsupportedEncoding
    UnsupportedFeature UnsupportedFlags UnsupportedFormat UnsupportedImage UnsupportedIntegerSize
    UnsupportedLockfileVersion UnsupportedNPMVersion UnsupportedNumericFormat
    UnsupportedOperatingSystem UnsupportedOperation UnsupportedPackageManager UnsupportedProtocol
    UnsupportedProtocolVersion UnsupportedProxyProtocol UnsupportedRange
    UnsupportedRedirectProtocol UnsupportedReparsePointType UnsupportedTransferEncoding
    UnsupportedUriScheme UnsupportedVersion UnterminatedArray UnterminatedComment
    UnterminatedObject UnterminatedRegExp UnterminatedString UnterminatedTemplate
    UntrustedDependency UnzipFailed UpgradeFailed UpgradeRequired UriHostTooLong UriMissingHost
    UserAborted UserFdQuotaExceeded UserMarkQuotaExceeded UserNotFound UserResourceLimitReached
    Utf16Invalid Utf16InvalidStartCodeUnit Utf8CannotEncodeSurrogateHalf Utf8CodepointTooLarge
    Utf8EncodesSurrogateHalf Utf8ExpectedContinuation Utf8Invalid Utf8InvalidStartByte
    Utf8OverlongEncoding ValueNameNotFound ValueTooLong VerifyFailed VersionCheckFailed
    VersionMismatch VersionNotFound VersionNotSupported VersionRequired VersionTooLong
    VolumeCorrupted VolumeFull WaitAbandoned WaitTimeOut WatchAlreadyExists WatchFailed
    WatchNotSupported WatcherFailed WeakParameters WeakPassword WeakPublicKey WebSocketClosed
    WebSocketHandshakeFailed WebSocketProtocolError WebSocketUpgradeFailed WindowOversize
    WindowSizeUnknown WorkerError WorkerTerminated WorkspaceNotFound WorkspacePackageNotFound
    WorkspaceRequired WouldBlock WouldExceedMaximumResidentSetSize WriteError WriteFailed
    WriteProtected WrongChecksum WrongGzipChecksum WrongGzipSize WrongNumberOfParametersProvided
    WrongStoredBlockNlen WrongType WrongVersion WrongZlibChecksum YarnLockParseFailed
    YarnLockfileTooOld Zip64CentralDirectoryOffsetMismatch Zip64CentralDirectorySizeMismatch
    Zip64RecordCountTotalMismatch ZipBadCd64Size ZipBadCdOffset ZipBadDirectorySize
    ZipBadEndRecord64Sig ZipBadExtraFieldSize ZipBadFileOffset ZipBadFilename ZipBadLocatorSig
    ZipCdOversized ZipCdUndersized ZipDecompressTruncated ZipDiskRecordCountTooLarge
    ZipEncryptionUnsupported ZipEndRecord64SizeTooSmall ZipEndRecord64UnhandledExtraData
    ZipFilenameHasBackslash ZipInsufficientBuffer ZipInvalid ZipMismatchCompLen ZipMismatchCrc32
    ZipMismatchFilenameLen ZipMismatchFlags ZipMismatchModDate ZipMismatchModTime
    ZipMismatchUncompLen ZipMismatchVersionNeeded ZipMultiDiskUnsupported ZipNoEndRecord
    ZipTruncated ZipUnsupportedVersion ZipUnsupportedZip64DiskCount ZlibError ZlibStreamError
    ZstdCompressionError ZstdDecompressionError ZstdFailedToCreateContext
    ZstdFailedToCreateInstance bad_diff_line bad_file_mode bad_hunk_header empty_patch
    hunk_header_integrity_check_fail hunk_lines_come_after_hunk_header minify_err
    no_path_found_for_binary no_path_to_rename old_version_header_mismatch unrecognized_pragma
";
