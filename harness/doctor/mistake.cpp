#include "harness/doctor/mistake.h"

namespace doctor {
namespace {

constexpr std::string_view verify_fix =
    "Compute sha256= and the base64 of HMAC-SHA256(secret, raw body), compare it with X-Hub-Signature-256 in "
    "constant "
    "time, and answer 401 when it differs, is missing, or has another length.";
constexpr std::string_view verify_node =
    "const want = 'sha256=' + crypto.createHmac('sha256', secret).update(rawBody).digest('base64');\n"
    "const [a, b] = [want, req.headers['x-hub-signature-256'] ?? ''].map(s => Buffer.from(s));\n"
    "if (a.length !== b.length || !crypto.timingSafeEqual(a, b)) return res.writeHead(401).end();";
constexpr std::string_view verify_python =
    "want = 'sha256=' + base64.b64encode(hmac.digest(secret, raw_body, 'sha256')).decode()\n"
    "got = headers.get('X-Hub-Signature-256', '')\n"
    "if not hmac.compare_digest(want.encode(), got.encode()): return 401";
constexpr std::string_view anybody_writes =
    "Anybody who learns the URL can write to your customers in the name of your agents.";
constexpr std::string_view never_accepts =
    "No message of an agent ever arrives. A 4xx is not retried, and is reported to fail the whole "
    "conversation.";
constexpr std::string_view no_retry =
    "A 4xx is not retried: the message is lost, and it is reported to fail the whole conversation. A 5xx is "
    "sent again "
    "5 times, 5 s apart, and then lost.";

constexpr Advice genuine_refused{"genuine.refused",
                                 "A genuine message is refused",
                                 "Every way of signing and writing the message that receivers are known to "
                                 "expect was tried, and none was accepted. "
                                 "Look at the status: 401 or 403 means another secret, 404 another path, 405 "
                                 "another method, 3xx a redirect that "
                                 "Genesys Cloud does not follow.",
                                 never_accepts,
                                 verify_fix,
                                 verify_node,
                                 verify_python};
constexpr Advice hex_only{"signature.hex-only",
                          "Only a hexadecimal signature is accepted",
                          "The receiver compares with a hexadecimal digest, as other webhooks write it.",
                          never_accepts,
                          "Genesys Cloud writes base64: sha256= and then 44 characters that end with =.",
                          verify_node,
                          verify_python};
constexpr Advice prefix_refused{"signature.prefix-refused",
                                "A signature is accepted only without its sha256=",
                                "The receiver compares the whole header with the bare digest.",
                                never_accepts,
                                "Compare with sha256= in front of the digest.",
                                verify_node,
                                verify_python};
constexpr Advice base64_url_only{
    "signature.base64url-only",
    "Only a base64url signature is accepted",
    "The receiver compares with a digest in which - and _ stand for + and /.",
    "About three of four messages are refused: those whose digest has a + or a /. A 4xx is not retried.",
    "Use standard base64 with padding.",
    verify_node,
    verify_python};
constexpr Advice not_verified{"signature.not-verified",
                              "The signature is not verified",
                              "A message signed with another secret is accepted.",
                              anybody_writes,
                              verify_fix,
                              verify_node,
                              verify_python};
constexpr Advice missing_accepted{"signature.missing-accepted",
                                  "A message without a signature is accepted",
                                  "The check runs only when the header is there.",
                                  anybody_writes,
                                  "Treat a missing or empty X-Hub-Signature-256 as a wrong one.",
                                  verify_node,
                                  verify_python};
constexpr Advice other_message_accepted{"signature.replayable",
                                        "The signature of another message is accepted",
                                        "The signature is not computed over the body.",
                                        "Whoever has seen one genuine delivery can send any text.",
                                        verify_fix,
                                        verify_node,
                                        verify_python};
constexpr Advice part_accepted{"signature.part-accepted",
                               "The beginning of a signature is enough",
                               "The comparison ends where the shorter of both texts ends.",
                               "A signature can be guessed character by character.",
                               "Refuse another length first, then compare in constant time.",
                               verify_node,
                               verify_python};
constexpr Advice throws{
    "signature.throws",
    "The signature check itself fails",
    "The comparison throws, most often because both sides differ in length or the header is missing.",
    "A forger sees a 5xx or a broken connection, and may take the receiver down by repeating it; a "
    "genuine message with such an answer is sent again 5 times.",
    "Check presence and length before you compare, and answer 401.",
    verify_node,
    verify_python};
constexpr Advice lax_encoding{"signature.lax-encoding",
                              "Signatures are accepted in encodings that Genesys Cloud does not use",
                              "The receiver decodes leniently or compares with several encodings.",
                              "Nothing breaks today. Every further form is one more that a forger may try, "
                              "and hides that another sender is "
                              "configured.",
                              "Compare the text of the header with the one text that Genesys Cloud sends.",
                              verify_node,
                              verify_python};
constexpr Advice not_raw_bytes{
    "signature.not-raw-bytes",
    "The signature is verified over other bytes than those that came",
    "The body is parsed and printed again (or decoded as another character set) before it is hashed.",
    "Works only as long as your serialiser prints exactly what Genesys Cloud sent. The first message with a "
    "spelling that "
    "differs is refused for good: a 4xx is not retried.",
    "Keep the bytes as they arrive, hash those, and parse afterwards.",
    "express.json({ verify: (req, res, bytes) => { req.rawBody = bytes; } })\n"
    "crypto.createHmac('sha256', secret).update(req.rawBody)   // not JSON.stringify(req.body)",
    "raw_body = request.get_data()            # Flask; self.rfile.read(length) in http.server\n"
    "hmac.digest(secret, raw_body, 'sha256')  # not json.dumps(request.json)"};
constexpr Advice kind_refused{
    "kind.refused",
    "Kinds of messages that the receiver does not know are refused",
    "Only texts are expected; receipts, typing events and structured messages come to the same URL, and new "
    "kinds will.",
    no_retry,
    "Answer 200 to every message whose signature is right, and ignore what you cannot show.",
    "if (message.type !== 'Text') return res.writeHead(200).end();",
    "if message.get('type') != 'Text': return '', 200"};
constexpr Advice unknown_member{"body.unknown-member",
                                "A message with members that the receiver does not know is refused",
                                "The body is validated against a closed schema.",
                                "Genesys Cloud adds members without notice, as it did with conversationId; "
                                "from that day on no message arrives.",
                                "Read the members that you need and ignore the others.",
                                "",
                                ""};
constexpr Advice large_body_refused{"body.large",
                                    "A large message is refused",
                                    "The body parser stops at a limit (express.json at 100 kB).",
                                    "The platform's request limit is 512,000 bytes and none is published for "
                                    "webhooks; long carousels are lost.",
                                    "Allow bodies of 512,000 bytes.",
                                    "express.json({ limit: '512kb' })",
                                    "app.config['MAX_CONTENT_LENGTH'] = 512_000"};
constexpr Advice chunked_body_refused{
    "body.chunked",
    "A body in chunks is refused",
    "The receiver reads Content-Length bytes, and a chunked body has no Content-Length.",
    "Genesys Cloud does not say how it frames bodies, and proxies in between may change it; such messages "
    "are lost.",
    "Read the body through a server that decodes Transfer-Encoding: chunked, or decode it.",
    "for await (const piece of req) pieces.push(piece);   // Node decodes chunks by itself",
    "request.get_data()   # Flask behind a production server; http.server leaves chunks to you"};
constexpr Advice late_message{
    "order.refused",
    "A message that is older than the one before it is refused",
    "The receiver expects messages in the order of channel.time.",
    "Genesys Cloud promises no order, and a retried message comes after later ones; it is lost.",
    "Accept it, and sort by channel.time where you show it.",
    "",
    ""};
constexpr Advice duplicate_refused{"duplicate.refused",
                                   "A repeated delivery is refused",
                                   "The receiver knows the message id, and answers with an error.",
                                   "Genesys Cloud sends again because it has not seen your first answer. An "
                                   "error tells it that the message has "
                                   "failed, although it was shown.",
                                   "Answer 200 to a message that you already have.",
                                   "if (seen.has(message.id)) return res.writeHead(200).end();",
                                   "if message['id'] in seen: return '', 200"};
constexpr Advice duplicate_shown{
    "duplicate.shown",
    "A repeated delivery is shown again",
    "Message ids are not remembered, or only after the message has been worked on.",
    "Deliveries are at least once: after a timeout, a 429 or a 5xx the same message comes up to 5 times more "
    "within 85 s, "
    "and the customer reads it each time.",
    "Remember ids for at least 85 s, where a restart does not forget them, and before you act.",
    "if (seen.has(message.id)) return res.writeHead(200).end();\nseen.add(message.id);",
    "# a primary key decides also between two requests at once\n"
    "new = db.execute('INSERT OR IGNORE INTO seen VALUES (?)', (message['id'],)).rowcount == 1"};
constexpr Advice slow{
    "answer.slow",
    "The answer comes late",
    "The work (a database, another service, the customer's channel) is done before the answer.",
    "After 10 s Genesys Cloud counts the delivery as failed and sends it again, 5 times, while the first is "
    "still being "
    "worked on.",
    "Store the message, answer 200, then work.",
    "await queue.add(message); res.writeHead(200).end();",
    "queue.put(message); return '', 200"};
constexpr Advice gone{
    "receiver.gone",
    "The receiver ended during the examination",
    "A message took the process down: an exception that nobody caught, or too little memory.",
    "One message ends all conversations until somebody starts the receiver again.",
    "Catch what a request throws, answer 500, and let a supervisor restart the process.",
    "",
    ""};

}  // namespace

const Advice& advice_on(Mistake mistake) {
    switch (mistake) {
        case Mistake::GenuineRefused:
            return genuine_refused;
        case Mistake::SignatureHexOnly:
            return hex_only;
        case Mistake::SignaturePrefixRefused:
            return prefix_refused;
        case Mistake::SignatureBase64UrlOnly:
            return base64_url_only;
        case Mistake::SignatureNotVerified:
            return not_verified;
        case Mistake::SignatureMissingAccepted:
            return missing_accepted;
        case Mistake::SignatureOfOtherMessageAccepted:
            return other_message_accepted;
        case Mistake::SignaturePartAccepted:
            return part_accepted;
        case Mistake::SignatureThrows:
            return throws;
        case Mistake::SignatureLaxEncoding:
            return lax_encoding;
        case Mistake::SignatureNotOverRawBytes:
            return not_raw_bytes;
        case Mistake::KindRefused:
            return kind_refused;
        case Mistake::UnknownMemberRefused:
            return unknown_member;
        case Mistake::LargeBodyRefused:
            return large_body_refused;
        case Mistake::ChunkedBodyRefused:
            return chunked_body_refused;
        case Mistake::LateMessageRefused:
            return late_message;
        case Mistake::DuplicateRefused:
            return duplicate_refused;
        case Mistake::DuplicateShown:
            return duplicate_shown;
        case Mistake::AnswerSlow:
            return slow;
        case Mistake::ReceiverGone:
            return gone;
    }
    return genuine_refused;
}

}  // namespace doctor
