// CPU of an inbound message in the program itself, without sockets: token check, JSON, conversation append,
// events. Printed for few and for many held conversations, and as a multiple of a floor of the same run: the
// JSON library parsing the request's body. Then the memory that an idle conversation and a message take.
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "foundation/json/json.h"
#include "mock-genesys/organisation/read_organisation.h"
#include "mock-genesys/service/make_service.h"

namespace {

using namespace std::chrono_literals;

constexpr int few_conversations = 10;
constexpr int many_conversations = 100'000;
constexpr int rounds = 7;
constexpr int messages_per_round = 20'000;

double cpu_microseconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

double allocated_bytes() { return static_cast<double>(mallinfo2().uordblks); }

void require(bool holds, std::string_view what) {
    if (holds) return;
    fmt::print(stderr, "inbound_bench: {}\n", what);
    std::exit(1);
}

std::string body_of(int customer, int number) {
    return fmt::format(
        R"({{"channel":{{"messageId":"ext-{}","from":{{"id":"customer-{}@example.org","idType":"Email","nickname":"Anna",)"
        R"("firstName":"Anna","lastName":"Berg"}},"time":"2026-03-04T05:06:07.890Z","metadata":{{"customAttributes":)"
        R"({{"queueId":"d59d0280-6664-4896-ad42-1a2715b7178e","section":"section A","region":"Europe"}}}}}},)"
        R"("text":"Hello, I have a question about my order. Could you please look at it?","metadata":{{"source":"app"}}}})",
        number, customer);
}

// The program with a connector that has logged in and a receiver that takes every webhook.
class Mock {
  public:
    explicit Mock(const mock::Organisation& organisation)
        : host_(mock::make_service(organisation, 1, {}, mock::Traces::LeftOut)) {
        give(host::Restored{});
        http::Request login{
            "POST", "/oauth/token", {{"Content-Type", "application/x-www-form-urlencoded"}}, {}};
        login.body =
            "grant_type=client_credentials&client_id=7a1f7d3e-6f0a-4f6e-9d57-0c9a52f0c001"
            "&client_secret=client-secret-of-the-first-handover";
        token_ =
            "Bearer " + json::text_at(*json::parse(ask(std::move(login)).body), "access_token").value_or("");
    }

    void receive(int customer) {
        http::Request message{
            "POST",
            "/api/v2/conversations/messages/1f0c8f8e-3d3a-4a5c-9d39-6b3f5b0c0a01/inbound/open/message",
            {{"Host", "127.0.0.1:8080"}, {"Authorization", token_}, {"Content-Type", "application/json"}},
            body_of(customer, ++number_)};
        require(ask(std::move(message)).status == 200, "a message is refused");
    }

  private:
    http::Response ask(http::Request request) {
        give(host::RequestArrived{{++number_of_request_}, std::move(request)});
        return std::move(answer_);
    }
    void give(host::Input input) {
        now_.monotonic += 1us;
        host_->handle(std::move(input), now_);
        for (host::Effect& effect : host_->drain()) {
            if (auto* const respond = std::get_if<host::Respond>(&effect))
                answer_ = std::move(respond->response);
            if (auto* const call = std::get_if<host::Call>(&effect))
                give(host::CallFinished{call->id, http::Response{200, {}, {}}});
        }
    }

    std::unique_ptr<host::Host> host_;
    base::Now now_{base::TimePoint(1s),
                   base::UtcTime(std::chrono::sys_days{std::chrono::January / 5 / 2026})};
    std::string token_;
    http::Response answer_;
    int number_ = 0;
    std::uint64_t number_of_request_ = 0;
};

// Microseconds of CPU for one message, the best of several rounds; the program holds so many conversations.
double cost_of_message(Mock& program, int conversations) {
    for (int customer = 0; customer < conversations; ++customer) program.receive(customer);
    double best = 1e9;
    int customer = 0;
    for (int round = 0; round < rounds; ++round) {
        const double before = cpu_microseconds();
        for (int i = 0; i < messages_per_round; ++i)
            program.receive(customer = (customer + 7919) % conversations);
        best = std::min(best, (cpu_microseconds() - before) / messages_per_round);
    }
    return best;
}

double cost_of_parsing() {
    const std::string body = body_of(1, 1);
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const double before = cpu_microseconds();
        for (int i = 0; i < messages_per_round; ++i) require(json::parse(body).has_value(), "no JSON");
        best = std::min(best, (cpu_microseconds() - before) / messages_per_round);
    }
    return best;
}

void print_memory(const mock::Organisation& organisation) {
    Mock program(organisation);
    constexpr int warm = 20'000;  // the bounded memory of events is full
    constexpr int held = 50'000;
    for (int i = 0; i < warm; ++i) program.receive(0);
    const double empty = allocated_bytes();
    for (int customer = 1; customer <= held; ++customer) program.receive(customer);
    const double opened = allocated_bytes();
    for (int customer = 1; customer <= held; ++customer) program.receive(customer);
    const double message = (allocated_bytes() - opened) / held;
    const double conversation = (opened - empty) / held;
    fmt::print("  {:<38} {:>9.0f} bytes\n", "a message", message);
    fmt::print("  {:<38} {:>9.0f} bytes   wanted: under 4096 beside its messages\n",
               "an idle conversation, 2 messages in it", conversation);
}

}  // namespace

int main(int argc, char** argv) {
    const std::filesystem::path root = argc > 1 ? argv[1] : ".";
    std::ifstream stream(root / "fixtures/organisations/first-handover.yaml", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto organisation = mock::read_organisation(text);
    require(organisation.has_value(), "the organisation does not parse");
    const double floor = cost_of_parsing();
    Mock little(*organisation);
    Mock much(*organisation);
    const double few = cost_of_message(little, few_conversations);
    const double many = cost_of_message(much, many_conversations);
    fmt::print("inbound message in the program, without sockets\n  {:<38} {:>9} {:>9}\n", "", "CPU us",
               "x floor");
    fmt::print("  {:<38} {:>9.2f} {:>9.2f}\n", "floor: the body through the JSON library", floor, 1.0);
    fmt::print("  {:<38} {:>9.2f} {:>9.2f}\n", "10 conversations held", few, few / floor);
    fmt::print("  {:<38} {:>9.2f} {:>9.2f}   {:.2f} x that with 10\n", "100,000 conversations held", many,
               many / floor, many / few);
    fmt::print("memory\n");
    print_memory(*organisation);
    fmt::print("\n");
}
