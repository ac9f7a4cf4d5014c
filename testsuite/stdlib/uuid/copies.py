# UUIDs are copied, pickled and stored like other objects, though nothing may be stored in them
import copy
import pickle
import uuid

value = uuid.UUID("05b16a01-46c6-56dd-bd6e-c6dfb4a1427a")
safe = uuid.UUID(int=7, is_safe=uuid.SafeUUID.safe)
for each in (value, safe):
    for made in (copy.copy(each), copy.deepcopy([each])[0], *(pickle.loads(pickle.dumps(each, n)) for n in (2, 5))):
        print(made == each, made is each, made, made.is_safe)
print(value.__getstate__(), safe.__getstate__())
try:
    value.int = 3
except TypeError as error:
    print(error)
