# Single inheritance, super, class attributes, methods of three kinds, isinstance.
class Animal:
    legs = 4
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def sound(self):
        return "..."

    def speak(self):
        return f"{self.name} says {self.sound()}"

    @classmethod
    def anonymous(cls):
        return cls("nobody")

    @staticmethod
    def kingdom():
        return "animalia"

    @property
    def shout(self):
        return self.speak().upper()


class Dog(Animal):
    def __init__(self, name, tricks=()):
        super().__init__(name)
        self.tricks = list(tricks)

    def sound(self):
        return "woof"


class Bird(Animal):
    legs = 2

    def speak(self):
        return super().speak() + " from above"


animals = [Animal("thing"), Dog("rex", ["sit"]), Bird("tweety"), Dog.anonymous()]
for animal in animals:
    print(type(animal).__name__, animal.speak(), animal.legs, isinstance(animal, Dog), animal.shout)
print(Animal.count, Dog.kingdom(), issubclass(Bird, Animal), Dog.__mro__)

rex = animals[1]
rex.legs = 3
rex.owner = "ann"
print(rex.legs, Dog.legs, rex.owner, hasattr(rex, "owner"), getattr(rex, "wings", 0))
Dog.legs = 5
print(animals[3].legs, rex.legs)
try:
    rex.wings
except AttributeError as error:
    print(error)
try:
    Dog()
except TypeError as error:
    print(error)
try:
    Bird.anonymous().sing()
except AttributeError as error:
    print(error)
