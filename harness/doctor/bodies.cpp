#include "harness/doctor/bodies.h"

#include "foundation/json/json.h"

namespace doctor {
namespace {

using json::Ordered;

constexpr int typing_milliseconds = 5000;
constexpr int slot_seconds = 1800;

Ordered channel_of(const Envelope& envelope) {
    const Addresses& addresses = envelope.addresses;
    return {{"id", addresses.integration},
            {"platform", "Open"},
            {"type", "Private"},
            {"to", {{"id", addresses.customer}, {"idType", "Opaque"}}},
            {"from", {{"nickname", "doctor"}, {"id", addresses.integration}, {"idType", "Opaque"}}},
            {"time", base::to_iso8601(envelope.time)},
            {"messageId", envelope.id}};
}

// The members in between, then those that end every body.
Ordered message(const Envelope& envelope, const Ordered& what, std::string_view direction) {
    Ordered body{{"id", envelope.id}, {"channel", channel_of(envelope)}};
    for (const auto& [key, value] : what.items()) body[key] = value;
    body["direction"] = direction;
    body["conversationId"] = envelope.addresses.conversation;
    return body;
}

Ordered text_message(const Envelope& envelope, std::string_view text) {
    return message(envelope, {{"type", "Text"}, {"text", text}, {"originatingEntity", "Human"}}, "Outbound");
}

Ordered list_of(Ordered only) {
    Ordered list = Ordered::array();
    list.push_back(std::move(only));
    return list;
}

Ordered structured(const Envelope& envelope, Ordered content) {
    return message(
        envelope,
        {{"type", "Structured"}, {"content", list_of(std::move(content))}, {"originatingEntity", "Bot"}},
        "Outbound");
}

Ordered card(std::string_view title) {
    const Ordered action{{"type", "Postback"}, {"text", "Choose"}, {"payload", "chosen"}};
    return {{"title", title}, {"description", "A card of the doctor"}, {"actions", list_of(action)}};
}

Ordered attachment(const Envelope& envelope) {
    const Ordered file{{"id", envelope.addresses.conversation},
                       {"mediaType", "Image"},
                       {"url", "https://api-downloads.mypurecloud.de/api/v2/downloads/doctor"},
                       {"mime", "image/png"},
                       {"filename", "doctor.png"},
                       {"contentSizeBytes", 68}};
    return message(envelope,
                   {{"type", "Text"},
                    {"content", list_of({{"contentType", "Attachment"}, {"attachment", file}})},
                    {"originatingEntity", "Human"}},
                   "Outbound");
}

Ordered quick_replies(const Envelope& envelope) {
    const Ordered reply{{"text", "Yes"}, {"payload", "yes"}, {"action", "Message"}};
    Ordered body = structured(envelope, {{"contentType", "QuickReply"}, {"quickReply", reply}});
    body["text"] = "Shall I?";
    return body;
}

Ordered date_picker(const Envelope& envelope) {
    const Ordered slot{{"duration", slot_seconds}, {"dateTime", base::to_iso8601(envelope.time)}};
    const Ordered picker{{"title", "When?"}, {"subtitle", "Half an hour"}, {"availableTimes", list_of(slot)}};
    return structured(envelope, {{"contentType", "DatePicker"}, {"datePicker", picker}});
}

Ordered template_message(const Envelope& envelope) {
    const Ordered text{{"text", "Your order has been sent."}};
    const Ordered shown{{"id", "order-sent"}, {"language", "en"}, {"body", text}};
    return structured(envelope, {{"contentType", "Notification"}, {"template", shown}});
}

Ordered typing(const Envelope& envelope) {
    const Ordered event{{"eventType", "Typing"},
                        {"typing", {{"type", "On"}, {"duration", typing_milliseconds}}}};
    return message(envelope, {{"type", "Event"}, {"events", list_of(event)}}, "Outbound");
}

Ordered published_receipt(const Envelope& envelope) {
    return message(envelope, {{"type", "Receipt"}, {"status", "Published"}, {"isFinalReceipt", true}},
                   "Inbound");
}

Ordered failed_receipt(const Envelope& envelope) {
    const Ordered reason{{"code", "GeneralError"}, {"message", "The message could not be accepted."}};
    return message(
        envelope,
        {{"type", "Receipt"}, {"status", "Failed"}, {"reasons", list_of(reason)}, {"isFinalReceipt", true}},
        "Inbound");
}

// As in samples of 2021: no conversation id, and the customer's address without its type.
Ordered old_text(const Envelope& envelope) {
    Ordered body = text_message(envelope, "A message of the older form");
    body.erase("conversationId");
    body["channel"]["to"].erase("idType");
    return body;
}

Ordered future_kind(const Envelope& envelope) {
    return message(envelope, {{"type", "DoctorsFutureKind"}, {"originatingEntity", "Bot"}}, "Outbound");
}

}  // namespace

std::string text_body(const Envelope& envelope, std::string_view text) {
    return json::dump(text_message(envelope, text));
}

std::vector<Body> bodies_of_every_kind(Envelopes& envelopes) {
    const auto carousel = [](const Envelope& envelope) {
        return structured(
            envelope, {{"contentType", "Carousel"}, {"carousel", {{"cards", list_of(card("One card"))}}}});
    };
    const auto single_card = [](const Envelope& envelope) {
        return structured(envelope, {{"contentType", "Card"}, {"card", card("A card")}});
    };
    std::vector<Body> bodies;
    const auto add = [&](std::string name, const auto& make) {
        bodies.push_back({std::move(name), json::dump(make(envelopes.next()))});
    };
    add("attachment", attachment);
    add("quick replies", quick_replies);
    add("card", single_card);
    add("carousel", carousel);
    add("date picker", date_picker);
    add("template", template_message);
    add("typing event", typing);
    add("published receipt", published_receipt);
    add("failed receipt", failed_receipt);
    add("text in the form of 2021", old_text);
    add("a type that does not exist yet", future_kind);
    return bodies;
}

std::string body_with_unknown_members(const Envelope& envelope) {
    Ordered body = text_message(envelope, "A message with members of the future");
    body["channel"]["futureMember"] = "unknown";
    body["futureObject"] = {{"text", "not the text"}, {"list", {1, 2}}};
    return json::dump(body);
}

std::string large_body(const Envelope& envelope) {
    return text_body(envelope, std::string(large_body_bytes - text_body(envelope, "").size(), 'x'));
}

}  // namespace doctor
