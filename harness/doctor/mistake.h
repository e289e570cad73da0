// The mistakes that receivers make, each with its cause, what Genesys Cloud makes of it, and the remedy.
#pragma once

#include <string_view>

namespace doctor {

enum class Mistake {
    GenuineRefused,
    SignatureHexOnly,
    SignaturePrefixRefused,
    SignatureBase64UrlOnly,
    SignatureNotVerified,
    SignatureMissingAccepted,
    SignatureOfOtherMessageAccepted,
    SignaturePartAccepted,
    SignatureThrows,
    SignatureLaxEncoding,
    SignatureNotOverRawBytes,
    KindRefused,
    UnknownMemberRefused,
    LargeBodyRefused,
    ChunkedBodyRefused,
    LateMessageRefused,
    DuplicateRefused,
    DuplicateShown,
    AnswerSlow,
    ReceiverGone,
};

// All texts are sentences for whoever wrote the receiver; a snippet is a few lines of code or empty.
struct Advice {
    std::string_view code;   // stable, for programs: "signature.not-verified"
    std::string_view title;  // a sentence without a full stop
    std::string_view cause;
    std::string_view consequence;  // at Genesys Cloud
    std::string_view fix;
    std::string_view node;
    std::string_view python;
};
const Advice& advice_on(Mistake mistake);

}  // namespace doctor
