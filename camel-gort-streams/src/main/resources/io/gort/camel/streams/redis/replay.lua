-- Gives a dead letter's entry another try, in the group that gave it up and in no other.
-- KEYS: dead-letter stream, stream. ARGV: letter's id, group, entry's id, prefix of the letter's own fields,
--   name of the member that holds it until it is claimed, 1 to do it or 0 to tell only
-- Gives what was or would be done: put-back, added, pending (it is being tried already), gone (no such letter) or
-- no-group (nobody would try it: an entry added for a group that there is not is handled by none).
local deadLetters, stream = KEYS[1], KEYS[2]
local letterId, group, id, prefix, holder, really = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6] == '1'

local letter = redis.call('XRANGE', deadLetters, letterId, letterId)[1]
if not letter then
  return 'gone'
end

local pending = redis.pcall('XPENDING', stream, group, id, id, 1)
if pending.err then
  return string.find(pending.err, 'NOGROUP', 1, true) and 'no-group' or pending
end

if redis.call('XRANGE', stream, id, id)[1] then
  if pending[1] then
    return 'pending'
  end
  if really then
    local longIdle = 86400000
    redis.call('XCLAIM', stream, group, holder, 0, id, 'IDLE', longIdle, 'RETRYCOUNT', 0, 'FORCE', 'JUSTID')
    redis.call('XDEL', deadLetters, letterId)
  end
  return 'put-back'
end

if really then
  local again, count = { stream, '*' }, 0
  for i = 1, #letter[2], 2 do
    local field, value = letter[2][i], letter[2][i + 1]
    if field == 'replay_count' then
      count = tonumber(value) or 0
    elseif field ~= 'replay_of' and field ~= 'replay_group' and string.sub(field, 1, #prefix) ~= prefix then
      again[#again + 1] = field
      again[#again + 1] = value
    end
  end
  for _, text in ipairs({ 'replay_of', id, 'replay_group', group, 'replay_count', tostring(count + 1) }) do
    again[#again + 1] = text
  end
  redis.call('XADD', unpack(again))
  redis.call('XDEL', deadLetters, letterId)
end
return 'added'
