// Content that is more than text and attachments: what flows send to the customer, and the customer's answer
// to it (API definition, ConversationMessageContent and the models it names).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/base/time.h"

namespace mock {

// Bounds of one message; the vendor's are not published.
inline constexpr std::size_t quick_replies_max = 13;
inline constexpr std::size_t cards_max = 10;

struct QuickReply {
    std::string text;
    std::string payload;
    std::optional<std::string> image;
    friend bool operator==(const QuickReply&, const QuickReply&) = default;
};

struct CardAction {
    enum class Kind { Postback, Link };
    Kind kind = Kind::Postback;
    std::string text;
    std::optional<std::string> payload;  // of a Postback
    std::optional<std::string> url;      // of a Link
    friend bool operator==(const CardAction&, const CardAction&) = default;
};
std::string_view name_of(CardAction::Kind kind);

struct Card {
    std::string title;
    std::optional<std::string> description;
    std::optional<std::string> image;
    std::optional<std::string> video;
    std::optional<CardAction> default_action;
    std::vector<CardAction> actions;
    friend bool operator==(const Card&, const Card&) = default;
};

struct Carousel {
    std::vector<Card> cards;
    friend bool operator==(const Carousel&, const Carousel&) = default;
};

struct AvailableTime {
    std::chrono::seconds duration{};
    base::UtcTime date_time;
    friend bool operator==(const AvailableTime&, const AvailableTime&) = default;
};
struct DatePicker {
    std::optional<std::string> title;
    std::optional<std::string> subtitle;
    std::vector<AvailableTime> available_times;
    friend bool operator==(const DatePicker&, const DatePicker&) = default;
};

// A message template ("Notification" on the wire).
struct TemplateParameter {
    std::string name;
    std::string text;
    friend bool operator==(const TemplateParameter&, const TemplateParameter&) = default;
};
struct Template {
    std::string id;
    std::string language;
    std::optional<std::string> header;  // its text
    std::string body;
    std::vector<TemplateParameter> parameters;
    std::optional<std::string> footer;
    friend bool operator==(const Template&, const Template&) = default;
};

// The customer has pressed a button of a structured message.
enum class ButtonKind { Button, QuickReply, DatePicker };
std::string_view name_of(ButtonKind kind);
std::optional<ButtonKind> find_button_kind(std::string_view text);
struct ButtonResponse {
    ButtonKind kind = ButtonKind::Button;
    std::string text;
    std::string payload;
    friend bool operator==(const ButtonResponse&, const ButtonResponse&) = default;
};

using StructuredContent = std::variant<QuickReply, Card, Carousel, DatePicker, Template, ButtonResponse>;

}  // namespace mock
