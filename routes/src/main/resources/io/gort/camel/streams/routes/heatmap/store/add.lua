-- Counts entries of which each is new and in time for all intervals, which is the rule; where one is not, nothing is done and
-- nothing given, and apply.lua is to look at them one by one. The entries come in the order of their timestamps and their
-- amounts are added up already: what is left to do is a few commands for each bucket.
-- KEYS: head, for each minute its hash of counted entries, then for each bucket its volumes
-- ARGV: when the first of the entries was added, the largest timestamp, the price then, number of entries, their
--   identities; the intervals' bits, milliseconds for which a minute is kept, number of minutes, of each the last entry;
--   for each interval: milliseconds of a bucket, buckets of a window, milliseconds after which an entry is too old,
--   milliseconds for which a bucket is kept, the oldest bucket's number, how many buckets; and for each of these: number of
--   amounts, and for each amount: field, micro-USD, field of the level's time, time
local head = KEYS[1]
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

-- so many entries go into a command; with what belongs to them fewer arguments than Lua passes on
local CHUNK = 1000
-- below this numbers are exact
local EXACT = 9007199254740992

local added, timestamp, price = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local entries = tonumber(ARGV[4])
local identities = 4
local at = identities + entries + 1
local state = redis.call('HMGET', head, 'clock', 'price')
local before = tonumber(state[1] or '-1')
local clock = math.max(before, timestamp)

local function number()
  at = at + 1
  return tonumber(ARGV[at - 1])
end

-- Calls a command with a part of the arguments, piece by piece.
local function each(first, last, call)
  for from = first, last, CHUNK do
    call(from, math.min(from + CHUNK - 1, last))
  end
end

local function isNew(minute)
  local new = true
  each(minute.first, minute.last, function(from, to)
    for _, intervals in ipairs(redis.call('HMGET', minute.key, unpack(ARGV, from, to))) do
      new = new and not intervals
    end
  end)
  return new
end

local bits, longest = ARGV[at], tonumber(ARGV[at + 1])
at = at + 2
local minutes, first = {}, identities + 1
for i = 1, number() do
  local minute = { key = KEYS[1 + i], first = first, last = identities + number() }
  minutes[i] = minute
  first = minute.last + 1
  if not isNew(minute) then
    return nil
  end
end

local buckets, intervals = {}, 0
while at <= #ARGV do
  local millis, count, limit, keep, oldest, size = number(), number(), number(), number(), number(), number()
  intervals = intervals + 1
  if now - added > limit or oldest < math.floor(clock / millis) - count + 1 then
    return nil
  end
  for _ = 1, size do
    local bucket = { volumes = KEYS[2 + #minutes + #buckets], keep = keep, amounts = number() }
    bucket.at = at
    at = at + 4 * bucket.amounts
    buckets[#buckets + 1] = bucket
  end
end

-- What the levels will have; what is more than can be added up exactly here is left to apply.lua.
local exact = true
for _, bucket in ipairs(buckets) do
  bucket.sums, bucket.times = {}, {}
  each(0, bucket.amounts - 1, function(from, to)
    local fields = {}
    for i = from, to do
      fields[#fields + 1] = ARGV[bucket.at + 4 * i]
      fields[#fields + 1] = ARGV[bucket.at + 4 * i + 2]
    end
    local known = redis.call('HMGET', bucket.volumes, unpack(fields))
    for i = from, to do
      local sum = tonumber(known[2 * (i - from) + 1] or '0') + tonumber(ARGV[bucket.at + 4 * i + 1])
      exact = exact and sum < EXACT
      bucket.sums[i] = sum
      bucket.times[i] = tonumber(known[2 * (i - from) + 2] or '-1')
    end
  end)
end
if not exact then
  return nil
end

-- Never sooner than another instance wants it, which may make longer intervals.
local function keep(key, millis)
  if redis.call('PTTL', key) < millis then
    redis.call('PEXPIREAT', key, now + millis)
  end
end

for _, minute in ipairs(minutes) do
  each(minute.first, minute.last, function(from, to)
    local counted = {}
    for i = from, to do
      counted[#counted + 1] = ARGV[i]
      counted[#counted + 1] = bits
    end
    redis.call('HSET', minute.key, unpack(counted))
  end)
  keep(minute.key, longest)
end

for _, bucket in ipairs(buckets) do
  local newest, texts = {}, {}
  for i = 0, bucket.amounts - 1 do
    local a = bucket.at + 4 * i
    texts[#texts + 1] = ARGV[a]
    texts[#texts + 1] = string.format('%.0f', bucket.sums[i])
    local level, moment = ARGV[a + 2], tonumber(ARGV[a + 3])
    if moment > math.max(bucket.times[i], newest[level] or -1) then
      newest[level] = moment
      texts[#texts + 1] = level
      texts[#texts + 1] = ARGV[a + 3]
    end
  end
  each(1, #texts, function(from, to)
    redis.call('HSET', bucket.volumes, unpack(texts, from, to))
  end)
  keep(bucket.volumes, bucket.keep)
end

-- The price of several entries with the clock's timestamp is the highest, whatever their order.
local higher = tonumber(price) - tonumber(state[2] or '0')
if timestamp > before or (timestamp == before and (higher > 0 or (higher == 0 and price > state[2]))) then
  redis.call('HSET', head, 'clock', ARGV[2], 'price', price)
end
redis.call('HINCRBY', head, 'version', 1)
keep(head, longest)
return { entries * intervals, 0, 0 }
