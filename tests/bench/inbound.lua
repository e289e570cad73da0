-- wrk script: inbound Open Messaging messages, each with an id of its own, from a hundred customers.
local token = os.getenv("BENCH_TOKEN")
local path = os.getenv("BENCH_PATH")
local run = os.getenv("BENCH_RUN")
local count = 0
local thread_number = 0

function setup(thread)
    thread:set("number", thread_number)
    thread_number = thread_number + 1
end

function request()
    count = count + 1
    local body = string.format('{"channel":{"messageId":"ext-%s-%d-%09d","from":{"id":"customer-%d@example.org","idType":"Email",'
        .. '"nickname":"Anna","firstName":"Anna","lastName":"Berg"},"time":"2026-03-04T05:06:07.890Z","metadata":{"customAttributes":'
        .. '{"queueId":"d59d0280-6664-4896-ad42-1a2715b7178e","section":"section A","region":"Europe"}}},"text":"%s","metadata":{"source":"app"}}',
        run, number, count, count % 100, string.rep("Hello, I have a question about my order. ", 6))
    return wrk.format("POST", path, {["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json"}, body)
end
