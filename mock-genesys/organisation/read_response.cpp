#include "mock-genesys/organisation/read_response.h"

#include <fmt/format.h>

#include <utility>

namespace mock {
namespace {

using document::Fields;
using document::Node;
using document::Problems;

constexpr std::int64_t minutes_max = 24L * 60;  // of one appointment

QuickReply read_quick_reply(const Node& node, Problems& problems) {
    if (node.kind != Node::Kind::Map) {
        const std::string text = document::as_text(node, "a quick reply", problems);
        return {text, text, {}};
    }
    Fields fields(node, problems);
    QuickReply reply{fields.text("text"), {}, fields.optional_text("image")};
    reply.payload = fields.text_or("payload", reply.text);
    fields.finish();
    return reply;
}

CardAction read_card_action(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    CardAction action;
    action.text = fields.text("text");
    action.payload = fields.optional_text("payload");
    action.url = fields.optional_text("url");
    action.kind = action.url ? CardAction::Kind::Link : CardAction::Kind::Postback;
    fields.finish();
    if (action.url.has_value() == action.payload.has_value())
        problems.push_back({node.at, "a card's action has either a payload or a url", "url makes it a link"});
    return action;
}

Card read_card(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    Card card;
    card.title = fields.text("title");
    card.description = fields.optional_text("description");
    card.image = fields.optional_text("image");
    card.video = fields.optional_text("video");
    if (const Node* const action = fields.optional_node("defaultAction"))
        card.default_action = read_card_action(*action, problems);
    for (const Node& action : fields.items("actions"))
        card.actions.push_back(read_card_action(action, problems));
    fields.finish();
    return card;
}

AvailableTime read_available_time(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    AvailableTime time;
    time.duration = std::chrono::minutes(fields.integer_or("minutes", 30, 1, minutes_max));
    const Node& at = fields.node("dateTime");
    const auto parsed = base::parse_iso8601(at.scalar);
    if (parsed)
        time.date_time = *parsed;
    else
        problems.push_back({at.at, fmt::format("'{}' is not a time", at.scalar), "2026-03-04T05:06:00Z"});
    fields.finish();
    return time;
}

DatePicker read_date_picker(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    DatePicker picker{fields.optional_text("title"), fields.optional_text("subtitle"), {}};
    for (const Node& time : fields.items("availableTimes"))
        picker.available_times.push_back(read_available_time(time, problems));
    fields.finish();
    return picker;
}

Attachment read_attachment(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    Attachment attachment;
    attachment.media_type = fields.one_of<MediaType>("mediaType",
                                                     {{"Image", MediaType::Image},
                                                      {"Video", MediaType::Video},
                                                      {"Audio", MediaType::Audio},
                                                      {"File", MediaType::File},
                                                      {"Link", MediaType::Link}},
                                                     MediaType::Image);
    attachment.url = fields.text("url");
    attachment.mime = fields.text("mime");
    attachment.filename = fields.optional_text("filename");
    fields.finish();
    return attachment;
}

template <class Items>
void bound(const Node& at, const Items& items, std::size_t most, std::string_view what, Problems& problems) {
    if (items.size() > most)
        problems.push_back({at.at, fmt::format("more than {} {}", most, what), "send several responses"});
}

std::vector<StructuredContent> read_structured(const Node& node, Fields& fields, Problems& problems) {
    std::vector<StructuredContent> content;
    for (const Node& reply : fields.items("quickReplies"))
        content.emplace_back(read_quick_reply(reply, problems));
    bound(node, content, quick_replies_max, "quick replies", problems);
    if (const Node* const card = fields.optional_node("card"))
        content.emplace_back(read_card(*card, problems));
    Carousel carousel;
    for (const Node& card : fields.items("carousel")) carousel.cards.push_back(read_card(card, problems));
    bound(node, carousel.cards, cards_max, "cards", problems);
    if (!carousel.cards.empty()) content.emplace_back(std::move(carousel));
    if (const Node* const picker = fields.optional_node("datePicker"))
        content.emplace_back(read_date_picker(*picker, problems));
    return content;
}

}  // namespace

SendResponse read_response(const Node& node, Problems& problems) {
    if (node.kind != Node::Kind::Map) return {document::as_text(node, "'sendResponse'", problems)};
    Fields fields(node, problems);
    SendResponse response;
    response.text = fields.text_or("text", "");
    response.structured = read_structured(node, fields, problems);
    if (const Node* const attachment = fields.optional_node("attachment"))
        response.content.push_back(read_attachment(*attachment, problems));
    fields.finish();
    const bool is_empty = response.text.empty() && response.structured.empty() && response.content.empty();
    if (is_empty) problems.push_back({node.at, "the response is empty", "text: Hello"});
    return response;
}

}  // namespace mock
