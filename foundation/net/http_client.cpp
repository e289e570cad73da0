#include "foundation/net/http_client.h"

#include <curl/curl.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "foundation/net/transfer.h"

namespace net {
namespace {

constexpr int poll_milliseconds_max = 1000;

void initialise_curl_once() {
    static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(code);
}

}  // namespace

// Other threads put work into `commands_`; everything else belongs to the client's thread.
struct HttpClient::State {
    using OnFinished = std::function<void(CURLcode, Transfer&)>;
    struct Start {
        std::uint64_t id;
        std::unique_ptr<Transfer> transfer;
        OnFinished on_finished;
    };
    struct Cancel {
        std::uint64_t id;
    };
    using Command = std::variant<Start, Cancel>;

    State();
    ~State();
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    std::uint64_t start(std::unique_ptr<Transfer> transfer, OnFinished on_finished);
    void cancel(std::uint64_t id);

  private:
    std::vector<Command> take_commands();
    void run();
    void begin(Start start);
    void abandon(std::uint64_t id);
    void report_finished();
    void finish(CURL* easy, CURLcode code);

    CURLM* const multi_;
    std::mutex mutex_;  // guards the members up to the blank line
    std::condition_variable cancelled_;
    std::vector<Command> commands_;
    std::uint64_t last_id_ = 0;
    std::uint64_t cancels_asked_ = 0;
    std::uint64_t cancels_done_ = 0;
    bool stopping_ = false;

    std::map<std::uint64_t, Start> running_;
    std::map<CURL*, std::uint64_t> ids_;
    std::thread thread_;
};

HttpClient::State::State()
    : multi_((initialise_curl_once(), curl_multi_init())), thread_([this] { run(); }) {}

HttpClient::State::~State() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    curl_multi_wakeup(multi_);
    thread_.join();
    for (const auto& [easy, id] : ids_) curl_multi_remove_handle(multi_, easy);
    running_.clear();
    commands_.clear();
    curl_multi_cleanup(multi_);
}

std::uint64_t HttpClient::State::start(std::unique_ptr<Transfer> transfer, OnFinished on_finished) {
    std::uint64_t id = 0;
    {
        const std::lock_guard lock(mutex_);
        id = ++last_id_;
        commands_.emplace_back(Start{id, std::move(transfer), std::move(on_finished)});
    }
    curl_multi_wakeup(multi_);
    return id;
}

void HttpClient::State::cancel(std::uint64_t id) {
    std::unique_lock lock(mutex_);
    commands_.emplace_back(Cancel{id});
    const std::uint64_t mine = ++cancels_asked_;
    curl_multi_wakeup(multi_);
    cancelled_.wait(lock, [&] { return cancels_done_ >= mine; });
}

std::vector<HttpClient::State::Command> HttpClient::State::take_commands() {
    const std::lock_guard lock(mutex_);
    return std::exchange(commands_, {});
}

void HttpClient::State::run() {
    while (true) {
        {
            const std::lock_guard lock(mutex_);
            if (stopping_) return;
        }
        for (Command& command : take_commands())
            std::visit(host::Overloaded{[this](Start start) { begin(std::move(start)); },
                                        [this](Cancel cancel) { abandon(cancel.id); }},
                       std::move(command));
        int running = 0;
        curl_multi_perform(multi_, &running);
        report_finished();
        curl_multi_poll(multi_, nullptr, 0, poll_milliseconds_max, nullptr);
    }
}

void HttpClient::State::begin(Start start) {
    CURL* const easy = start.transfer->easy();
    ids_.emplace(easy, start.id);
    running_.emplace(start.id, std::move(start));
    curl_multi_add_handle(multi_, easy);
}

void HttpClient::State::abandon(std::uint64_t id) {
    if (auto node = running_.extract(id)) {
        CURL* const easy = node.mapped().transfer->easy();
        curl_multi_remove_handle(multi_, easy);
        ids_.erase(easy);
    }
    {
        const std::lock_guard lock(mutex_);
        ++cancels_done_;
    }
    cancelled_.notify_all();
}

void HttpClient::State::report_finished() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &left))
        if (message->msg == CURLMSG_DONE) finish(message->easy_handle, message->data.result);
}

void HttpClient::State::finish(CURL* easy, CURLcode code) {
    auto node = running_.extract(ids_.extract(easy).mapped());
    node.mapped().on_finished(code, *node.mapped().transfer);
    curl_multi_remove_handle(multi_, easy);
}

HttpClient::HttpClient() : state_(std::make_unique<State>()) {}
HttpClient::~HttpClient() = default;

void HttpClient::call(const std::string& origin, http::Request request, base::Duration timeout,
                      std::function<void(CallResult)> done) {
    state_->start(std::make_unique<Transfer>(origin, std::move(request), timeout),
                  [done = std::move(done)](CURLcode code, Transfer& transfer) {
                      if (code == CURLE_OK)
                          done(transfer.take_response());
                      else
                          done(transfer.failure(code));
                  });
}

HttpClient::StreamId HttpClient::open_stream(const std::string& origin, http::Request request,
                                             std::function<void(std::string_view)> on_bytes,
                                             std::function<void()> on_closed) {
    return state_->start(
        std::make_unique<Transfer>(origin, std::move(request), std::nullopt, std::move(on_bytes)),
        [on_closed = std::move(on_closed)](CURLcode, Transfer&) { on_closed(); });
}

void HttpClient::close_stream(StreamId id) { state_->cancel(id); }

}  // namespace net
