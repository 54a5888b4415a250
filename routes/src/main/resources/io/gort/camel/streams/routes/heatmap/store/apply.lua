-- Counts entries in the buckets of one symbol, each entry once for each interval, in whatever order they come.
-- KEYS: head, then for each bucket two: its set of entries that were counted, its volumes
-- ARGV: number of intervals; for each interval: label, milliseconds of a bucket, buckets of a window, milliseconds after
--   which an entry is too old, milliseconds for which a bucket is kept;
--   then for each entry: identity, when it was added, timestamp, price, level, side (l or s), micro-USD, and for each
--   interval which bucket of KEYS it belongs to, from 1
-- Gives how often an entry was counted, was counted before, or was late: entries times intervals.
local head = KEYS[1]
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

local intervals, at = {}, 2
for i = 1, tonumber(ARGV[1]) do
  intervals[i] = {
    label = ARGV[at],
    millis = tonumber(ARGV[at + 1]),
    count = tonumber(ARGV[at + 2]),
    limit = tonumber(ARGV[at + 3]),
    keep = tonumber(ARGV[at + 4]),
  }
  at = at + 5
end

local state = redis.call('HMGET', head, 'clock', 'price')
local clock, price = tonumber(state[1] or '-1'), state[2] or '0'
local moved, kept, longest = false, {}, 0
local counted, duplicates, late = 0, 0, 0

-- Adds to a bucket what is not in it yet. The set comes first: a full server refuses a script's first write only.
local function count(entry, bucket)
  local entries, volumes = KEYS[2 * bucket], KEYS[2 * bucket + 1]
  if redis.call('SADD', entries, entry.identity) == 0 then
    duplicates = duplicates + 1
    return nil
  end
  local sum = redis.pcall('HINCRBY', volumes, entry.level .. ':' .. entry.side, entry.micros)
  if type(sum) == 'table' and sum.err then
    redis.call('SREM', entries, entry.identity)
    return sum
  end
  local newest = redis.call('HGET', volumes, entry.level .. ':t')
  if not newest or tonumber(newest) < entry.timestamp then
    redis.call('HSET', volumes, entry.level .. ':t', ARGV[entry.at + 2])
  end
  counted = counted + 1
  return nil
end

-- The price of several entries with the clock's timestamp is the highest, whatever their order.
local function moveClock(entry)
  local higher = tonumber(entry.price) - tonumber(price)
  if entry.timestamp > clock
    or (entry.timestamp == clock and (higher > 0 or (higher == 0 and entry.price > price))) then
    clock, price, moved = entry.timestamp, entry.price, true
  end
end

local function isLate(entry, interval)
  local bucket = math.floor(entry.timestamp / interval.millis)
  local oldest = math.floor(clock / interval.millis) - interval.count + 1
  return now - entry.added > interval.limit or bucket < oldest
end

local function apply(entry)
  local before = counted
  for i, interval in ipairs(intervals) do
    local bucket = tonumber(ARGV[entry.at + 6 + i])
    if not isLate(entry, interval) then
      local failure = count(entry, bucket)
      kept[bucket] = interval.keep
      longest = math.max(longest, interval.keep)
      if failure then
        return failure
      end
    elseif redis.call('SISMEMBER', KEYS[2 * bucket], entry.identity) == 1 then
      duplicates = duplicates + 1
    else
      redis.call('HINCRBY', head, 'late:' .. interval.label, 1)
      late = late + 1
    end
  end
  if counted > before then
    moveClock(entry)
  end
  return nil
end

-- Set and volumes of a bucket, and the head with the last of them, are forgotten together.
local function keep()
  for bucket, millis in pairs(kept) do
    redis.call('PEXPIREAT', KEYS[2 * bucket], now + millis)
    redis.call('PEXPIREAT', KEYS[2 * bucket + 1], now + millis)
  end
  if moved then
    redis.call('HSET', head, 'clock', string.format('%.0f', clock), 'price', price)
  end
  if counted > 0 then
    redis.call('HINCRBY', head, 'version', 1)
  end
  for _, interval in ipairs(intervals) do
    longest = math.max(longest, interval.keep)
  end
  redis.call('PEXPIREAT', head, now + longest)
end

while at <= #ARGV do
  local failure = apply({
    at = at,
    identity = ARGV[at],
    added = tonumber(ARGV[at + 1]),
    timestamp = tonumber(ARGV[at + 2]),
    price = ARGV[at + 3],
    level = ARGV[at + 4],
    side = ARGV[at + 5],
    micros = ARGV[at + 6],
  })
  if failure then
    keep()
    return failure
  end
  at = at + 7 + #intervals
end
keep()
return { counted, duplicates, late }
