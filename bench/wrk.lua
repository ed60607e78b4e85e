-- Sends the requests of a file in turn, over and over. Four lines a request: method, path, headers
-- as `name: value` separated by tabs, body.
local requests = {}
local at = 0

function init()
  local file = assert(io.open(os.getenv("BENCH_REQUESTS")))
  local line = file:lines()
  for method in line do
    local path, headers, body = line(), {}, nil
    for name, value in line():gmatch("([^:\t]+): ([^\t]+)") do headers[name] = value end
    body = line()
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
  file:close()
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local e = summary.errors
  print(string.format(
    'BENCH {"requests": %d, "microseconds": %d, "p50": %d, "p99": %d, "failed": %d}',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    e.connect + e.read + e.write + e.status + e.timeout))
end
