#include "mock-genesys/api/structured_content.h"

#include <variant>

#include "foundation/base/time.h"

namespace mock {
namespace {

void write_action_members(json::Writer& out, const CardAction& action) {
    out.text("type", name_of(action.kind));
    out.text("text", action.text);
    out.text_if_any("payload", action.payload);
    out.text_if_any("url", action.url);
    out.end_object();
}

void write_card_members(json::Writer& out, const Card& card) {
    out.text("title", card.title);
    out.text_if_any("description", card.description);
    out.text_if_any("image", card.image);
    out.text_if_any("video", card.video);
    if (card.default_action) {
        out.begin_object("defaultAction");
        write_action_members(out, *card.default_action);
    }
    out.begin_array("actions");
    for (const CardAction& action : card.actions) {
        out.begin_object();
        write_action_members(out, action);
    }
    out.end_array();
    out.end_object();
}

// One overload for each kind; the entry of the array has begun.
struct ContentWriter {
    json::Writer& out;

    void operator()(const QuickReply& reply) const {
        out.text("contentType", "QuickReply");
        out.begin_object("quickReply");
        out.text("text", reply.text);
        out.text("payload", reply.payload);
        out.text("action", "Message");
        out.text_if_any("image", reply.image);
        out.end_object();
    }
    void operator()(const Card& card) const {
        out.text("contentType", "Card");
        out.begin_object("card");
        write_card_members(out, card);
    }
    void operator()(const Carousel& carousel) const {
        out.text("contentType", "Carousel");
        out.begin_object("carousel");
        out.begin_array("cards");
        for (const Card& card : carousel.cards) {
            out.begin_object();
            write_card_members(out, card);
        }
        out.end_array();
        out.end_object();
    }
    void operator()(const DatePicker& picker) const {
        out.text("contentType", "DatePicker");
        out.begin_object("datePicker");
        out.text_if_any("title", picker.title);
        out.text_if_any("subtitle", picker.subtitle);
        out.begin_array("availableTimes");
        for (const AvailableTime& time : picker.available_times) {
            out.begin_object();
            out.number("duration", time.duration.count());
            out.text("dateTime", base::to_iso8601(time.date_time));
            out.end_object();
        }
        out.end_array();
        out.end_object();
    }
    void operator()(const Template& notification) const {
        out.text("contentType", "Notification");
        out.begin_object("template");
        out.text("id", notification.id);
        out.text("language", notification.language);
        if (notification.header) {
            out.begin_object("header");
            out.text("type", "Text");
            out.text("text", *notification.header);
            out.end_object();
        }
        write_body(notification);
        if (notification.footer) {
            out.begin_object("footer");
            out.text("text", *notification.footer);
            out.end_object();
        }
        out.end_object();
    }
    void operator()(const ButtonResponse& button) const {
        out.text("contentType", "ButtonResponse");
        out.begin_object("buttonResponse");
        out.text("type", name_of(button.kind));
        out.text("text", button.text);
        out.text("payload", button.payload);
        out.end_object();
    }

  private:
    void write_body(const Template& notification) const {
        out.begin_object("body");
        out.text("text", notification.body);
        out.begin_array("parameters");
        for (const TemplateParameter& parameter : notification.parameters) {
            out.begin_object();
            out.text("name", parameter.name);
            out.text("text", parameter.text);
            out.end_object();
        }
        out.end_array();
        out.end_object();
    }
};

}  // namespace

void write_structured_content(json::Writer& out, const std::vector<StructuredContent>& content) {
    out.begin_array("content");
    for (const StructuredContent& item : content) {
        out.begin_object();
        std::visit(ContentWriter{out}, item);
        out.end_object();
    }
    out.end_array();
}

}  // namespace mock
